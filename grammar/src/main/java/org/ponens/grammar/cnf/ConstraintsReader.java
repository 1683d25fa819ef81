package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Reads sets of constraints: by numbers, by names, or as a bit for each. */
final class ConstraintsReader {

  private static final Set<String> WORDS =
      Set.of(
          "clause",
          "clauses",
          "constraint",
          "constraints",
          "c",
          "number",
          "numbers",
          "the",
          "no",
          "core",
          "mus",
          "mcs",
          "set",
          "answer");

  private static final Set<String> NONE = Set.of("none", "empty", "nothing", "nobody");

  private final List<AnswerToken> tokens;
  private final int count;

  ConstraintsReader(List<AnswerToken> tokens, int count) {
    this.tokens = tokens;
    this.count = count;
  }

  BitSet read() {
    List<AnswerToken> items = new ArrayList<>();
    boolean none = false;
    boolean brackets = false;
    for (AnswerToken token : tokens) {
      switch (token.kind()) {
        case DIGITS, CONSTRAINT -> items.add(token);
        case SEPARATOR, LINE_END, EQUALS -> {}
        case OPEN, CLOSE -> brackets = true;
        case EMPTY -> none = true;
        case NEGATION ->
            throw new CnfAnswers.Rejection(
                AnswerCode.STRAY, token, "expected the number of each constraint by itself");
        case WORD -> {
          none |= NONE.contains(token.text());
          if (!NONE.contains(token.text()) && !WORDS.contains(token.text())) {
            throw stray(token);
          }
        }
        default -> throw stray(token);
      }
    }
    if (items.isEmpty()) {
      if (none || brackets) {
        return new BitSet();
      }
      throw new CnfAnswers.Rejection(
          AnswerCode.NOTHING, tokens, "expected the numbers of constraints, or 'none'");
    }
    if (none) {
      throw new CnfAnswers.Rejection(
          AnswerCode.AMBIGUOUS, tokens, "the answer says 'none' and names some all the same");
    }
    return areBits(items) ? bits(items) : numbers(items);
  }

  private static CnfAnswers.Rejection stray(AnswerToken token) {
    return new CnfAnswers.Rejection(
        AnswerCode.STRAY,
        token,
        "expected the numbers of constraints alone, found " + CnfAnswers.shown(token));
  }

  /** A run of just as many bits as there are constraints, or as many bits with a 0 among them. */
  private boolean areBits(List<AnswerToken> items) {
    if (items.size() == 1) {
      AnswerToken item = items.getFirst();
      boolean number = item.value() >= 1 && item.value() <= count && item.text().charAt(0) != '0';
      return item.isBits()
          && item.text().length() > 1
          && (item.text().length() == count || !number);
    }
    boolean zero = false;
    for (AnswerToken item : items) {
      if (!item.isBits() || item.text().length() > 1) {
        return false;
      }
      zero |= item.text().equals("0");
    }
    return zero && items.size() == count;
  }

  private BitSet bits(List<AnswerToken> items) {
    StringBuilder bits = new StringBuilder();
    items.forEach(item -> bits.append(item.text()));
    if (bits.length() != count) {
      throw new CnfAnswers.Rejection(
          AnswerCode.LENGTH,
          items,
          "expected " + count + " digits, one for each constraint, found " + bits.length());
    }
    BitSet positions = new BitSet();
    for (int i = 0; i < count; i++) {
      positions.set(i, bits.charAt(i) == '1');
    }
    return positions;
  }

  private BitSet numbers(List<AnswerToken> items) {
    BitSet positions = new BitSet();
    for (int i = 0; i < items.size(); i++) {
      AnswerToken item = items.get(i);
      int number = item.is(AnswerToken.Kind.DIGITS) ? item.value() : item.number();
      boolean terminator = number == 0 && i == items.size() - 1 && i > 0 && item.text().equals("0");
      if (terminator) {
        break;
      }
      if (number < 1 || number > count) {
        throw new CnfAnswers.Rejection(
            AnswerCode.UNKNOWN_CONSTRAINT,
            item,
            "there is no constraint " + CnfAnswers.shown(item) + "; there are " + count);
      }
      positions.set(number - 1);
    }
    return positions;
  }
}
