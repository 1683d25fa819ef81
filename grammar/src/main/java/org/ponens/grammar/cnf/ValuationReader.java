package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads values of variables: as bits, as literals, or as assignments. */
final class ValuationReader {

  private static final Set<String> WORDS =
      Set.of(
          "v",
          "the",
          "assignment",
          "valuation",
          "model",
          "answer",
          "solution",
          "values",
          "value",
          "s",
          "x",
          "bits",
          "backbone",
          "literals");

  private static final Set<String> TRUE = Set.of("true", "t", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "off");
  private static final Set<String> NONE = Set.of("none", "empty", "nothing");

  private final List<AnswerToken> tokens;
  private final int variables;
  private final Vocabulary vocabulary;
  private final BitSet isTrue = new BitSet();
  private final BitSet isFalse = new BitSet();
  private final Set<Integer> literals = new LinkedHashSet<>();
  private final List<AnswerToken> bits = new ArrayList<>();
  private boolean none;

  /** Whether some number has a sign, so that the others are literals as well. */
  private boolean signed;

  private int at;

  ValuationReader(List<AnswerToken> tokens, int variables, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.variables = variables;
    this.vocabulary = vocabulary;
  }

  /** A value for every variable. */
  BitSet read() {
    readItems();
    if (signed) {
      numbersAreLiterals();
    }
    if (!bits.isEmpty()) {
      if (!literals.isEmpty()) {
        throw new CnfAnswers.Rejection(
            AnswerCode.AMBIGUOUS,
            bits.getFirst(),
            "values of single variables and digits are mixed");
      }
      return fromBits();
    }
    for (int v = 1; v <= variables; v++) {
      if (!isTrue.get(v) && !isFalse.get(v)) {
        throw new CnfAnswers.Rejection(
            literals.isEmpty() ? AnswerCode.NOTHING : AnswerCode.MISSING,
            tokens,
            literals.isEmpty()
                ? "expected " + variables + " digits, each 0 or 1"
                : "there is no value for " + name(v));
      }
    }
    return isTrue;
  }

  /** Literals of some variables, or of none. */
  List<Integer> readSome() {
    readItems();
    numbersAreLiterals();
    if (literals.isEmpty() && !none) {
      throw new CnfAnswers.Rejection(
          AnswerCode.NOTHING, tokens, "expected literals such as 'x1' or '-x2', or 'none'");
    }
    if (!literals.isEmpty() && none) {
      throw new CnfAnswers.Rejection(
          AnswerCode.AMBIGUOUS, tokens, "the answer says 'none' and names some all the same");
    }
    return List.copyOf(literals);
  }

  /** As in DIMACS, where a 0 may end them. */
  private void numbersAreLiterals() {
    for (int i = 0; i < bits.size(); i++) {
      AnswerToken item = bits.get(i);
      boolean terminator = i == bits.size() - 1 && item.text().equals("0");
      if (!terminator || literals.isEmpty()) {
        literal(item, item.value(), true);
      }
    }
    bits.clear();
  }

  private void readItems() {
    boolean brackets = false;
    boolean anything = false;
    while (at < tokens.size()) {
      AnswerToken token = tokens.get(at++);
      switch (token.kind()) {
        case SEPARATOR, LINE_END, EQUALS -> {}
        case OPEN, CLOSE -> brackets = true;
        case EMPTY -> none = true;
        case DIGITS -> bits.add(token);
        case VARIABLE -> variable(token, true);
        case NEGATION -> negated(token);
        case WORD -> word(token);
        default -> throw stray(token);
      }
      anything |= !token.is(AnswerToken.Kind.LINE_END);
    }
    none |= brackets && literals.isEmpty() && bits.isEmpty();
    if (!anything) {
      throw new CnfAnswers.Rejection(AnswerCode.NOTHING, tokens, "the answer is empty");
    }
  }

  private CnfAnswers.Rejection stray(AnswerToken token) {
    return new CnfAnswers.Rejection(
        AnswerCode.STRAY,
        token,
        "expected values of variables alone, found " + CnfAnswers.shown(token));
  }

  private void negated(AnswerToken negation) {
    int depth = 1;
    while (at < tokens.size() && tokens.get(at).is(AnswerToken.Kind.NEGATION)) {
      at++;
      depth++;
    }
    while (at < tokens.size() && tokens.get(at).is(AnswerToken.Kind.OPEN)) {
      at++;
    }
    boolean positive = depth % 2 == 0;
    if (at < tokens.size() && tokens.get(at).is(AnswerToken.Kind.VARIABLE)) {
      variable(tokens.get(at++), positive);
    } else if (at < tokens.size() && tokens.get(at).is(AnswerToken.Kind.DIGITS)) {
      AnswerToken digits = tokens.get(at++);
      literal(digits, digits.value(), positive);
      signed = true;
    } else {
      throw stray(negation);
    }
  }

  /** A variable, with its value behind it where one is written. */
  private void variable(AnswerToken token, boolean positive) {
    int from = at;
    while (at < tokens.size() && tokens.get(at).is(AnswerToken.Kind.CLOSE)) {
      at++;
    }
    boolean joined = false;
    while (at < tokens.size()
        && (tokens.get(at).is(AnswerToken.Kind.EQUALS)
            || tokens.get(at).is(AnswerToken.Kind.ARROW))) {
      at++;
      joined = true;
    }
    if (joined || (at < tokens.size() && isNamedValue(tokens.get(at)))) {
      if (at < tokens.size()) {
        AnswerToken value = tokens.get(at);
        boolean not = value.is(AnswerToken.Kind.NEGATION) && at + 1 < tokens.size();
        if (not) {
          value = tokens.get(at + 1);
        }
        int said = value(value);
        if (said >= 0) {
          at += not ? 2 : 1;
          literal(token, token.number(), positive == ((said == 1) != not));
          return;
        }
      }
      throw new CnfAnswers.Rejection(
          AnswerCode.STRAY,
          at < tokens.size() ? tokens.get(at) : token,
          "expected a value of " + CnfAnswers.shown(token) + ": 0 or 1");
    }
    at = from;
    if (!vocabulary.variables().isEmpty()
        && !token.text().toLowerCase(Locale.ROOT).matches("x.*")) {
      throw new CnfAnswers.Rejection(
          AnswerCode.STRAY,
          token,
          "expected a value behind "
              + CnfAnswers.shown(token)
              + ": "
              + vocabulary.trueWord()
              + " or "
              + vocabulary.falseWord());
    }
    literal(token, token.number(), positive);
  }

  private boolean isNamedValue(AnswerToken token) {
    return !vocabulary.variables().isEmpty()
        && token.is(AnswerToken.Kind.WORD)
        && value(token) >= 0;
  }

  /** 1, 0, or -1 for no value. */
  private int value(AnswerToken token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    if (text.equals(vocabulary.trueWord().toLowerCase(Locale.ROOT))) {
      return 1;
    }
    if (text.equals(vocabulary.falseWord().toLowerCase(Locale.ROOT))) {
      return 0;
    }
    if (token.is(AnswerToken.Kind.DIGITS)) {
      return text.equals("1") ? 1 : text.equals("0") ? 0 : -1;
    }
    return TRUE.contains(text) ? 1 : FALSE.contains(text) ? 0 : -1;
  }

  private void word(AnswerToken token) {
    int value = value(token);
    if (value >= 0) {
      bits.add(
          new AnswerToken(
              AnswerToken.Kind.DIGITS, value == 1 ? "1" : "0", 0, token.start(), token.end()));
    } else if (NONE.contains(token.text())) {
      none = true;
    } else if (!WORDS.contains(token.text())) {
      throw stray(token);
    }
  }

  private String name(int variable) {
    return vocabulary.variables().isEmpty()
        ? "x" + variable
        : "'" + vocabulary.variables().get(variable - 1) + "'";
  }

  private void literal(AnswerToken token, int variable, boolean positive) {
    if (variable < 1 || variable > variables) {
      throw new CnfAnswers.Rejection(
          AnswerCode.UNKNOWN_VARIABLE,
          token,
          "there is no variable " + CnfAnswers.shown(token) + "; there are " + variables);
    }
    (positive ? isTrue : isFalse).set(variable);
    if (isTrue.get(variable) && isFalse.get(variable)) {
      throw new CnfAnswers.Rejection(
          AnswerCode.CONTRADICTION, token, name(variable) + " is given both values");
    }
    literals.add(positive ? variable : -variable);
  }

  private BitSet fromBits() {
    AnswerToken first = bits.getFirst();
    boolean whole = bits.stream().allMatch(b -> b.isBits() && b.text().length() == variables);
    if (whole && bits.size() > 1 && variables > 1) {
      for (AnswerToken other : bits) {
        if (!other.text().equals(first.text())) {
          throw new CnfAnswers.Rejection(
              AnswerCode.AMBIGUOUS, other, "there are two answers, and they differ");
        }
      }
      return set(first.text());
    }
    StringBuilder all = new StringBuilder();
    for (AnswerToken token : bits) {
      if (!token.isBits()) {
        throw new CnfAnswers.Rejection(
            AnswerCode.STRAY,
            token,
            "expected " + variables + " digits, each 0 or 1, found " + CnfAnswers.shown(token));
      }
      all.append(token.text());
    }
    if (all.length() != variables) {
      throw new CnfAnswers.Rejection(
          AnswerCode.LENGTH,
          bits,
          "expected " + variables + " digits, one for each variable, found " + all.length());
    }
    return set(all.toString());
  }

  private BitSet set(String digits) {
    BitSet valuation = new BitSet(variables + 1);
    for (int i = 0; i < variables; i++) {
      valuation.set(i + 1, digits.charAt(i) == '1');
    }
    return valuation;
  }
}
