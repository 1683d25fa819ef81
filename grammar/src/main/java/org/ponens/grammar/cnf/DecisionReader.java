package org.ponens.grammar.cnf;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads yes and no. */
final class DecisionReader {

  private static final Set<String> YES =
      Set.of("yes", "sat", "satisfiable", "true", "y", "t", "possible", "consistent");

  private static final Set<String> NO =
      Set.of("no", "unsat", "unsatisfiable", "false", "n", "f", "impossible", "inconsistent");

  /** "No idea" is no "no". */
  private static final Set<String> UNSURE =
      Set.of("idea", "unsure", "unknown", "maybe", "perhaps", "unclear", "cannot");

  private static final Set<String> EQUIVALENT =
      Set.of("equivalent", "equal", "same", "yes", "identical");

  private static final Set<String> DIFFERENT =
      Set.of("different", "inequivalent", "nonequivalent", "unequal", "no", "distinct", "differ");

  private DecisionReader() {}

  /** A verdict and what stands behind it. */
  record Leading(boolean satisfiable, List<AnswerToken> rest) {}

  /** A comparison and what stands behind it. */
  record Compared(boolean equivalent, List<AnswerToken> rest) {}

  /**
   * The first word decides, unless a later one contradicts it; {@code 1} and {@code 0} are words if
   * they come first, and then no other number of one digit may follow.
   */
  static boolean read(List<AnswerToken> tokens) {
    Optional<Boolean> verdict = Optional.empty();
    boolean negated = false;
    boolean byDigit = false;
    for (int i = 0; i < tokens.size(); i++) {
      AnswerToken token = tokens.get(i);
      Optional<Boolean> said = Optional.empty();
      if (token.is(AnswerToken.Kind.WORD)) {
        said =
            YES.contains(token.text())
                ? Optional.of(!negated)
                : NO.contains(token.text())
                    ? Optional.of(negated && !token.text().equals("no"))
                    : Optional.empty();
        if (UNSURE.contains(token.text())) {
          throw new CnfAnswers.Rejection(
              AnswerCode.NOTHING, token, "expected 'yes' or 'no', and neither is said for sure");
        }
      } else if (byDigit && token.is(AnswerToken.Kind.DIGITS) && token.text().length() == 1) {
        throw new CnfAnswers.Rejection(
            AnswerCode.AMBIGUOUS, token, "the answer is more than one of 1 and 0");
      } else if (verdict.isEmpty() && isFirst(tokens, i) && token.is(AnswerToken.Kind.DIGITS)) {
        said = digit(token);
        byDigit = true;
      }
      negated = token.is(AnswerToken.Kind.NEGATION) && token.text().equals("not");
      if (said.isPresent() && verdict.isPresent() && !said.equals(verdict)) {
        throw new CnfAnswers.Rejection(
            AnswerCode.AMBIGUOUS, token, "the answer says both yes and no");
      }
      verdict = verdict.isPresent() ? verdict : said;
    }
    return verdict.orElseThrow(
        () ->
            new CnfAnswers.Rejection(
                AnswerCode.NOTHING, tokens, "expected 'yes' or 'no', and neither is there"));
  }

  private static boolean isFirst(List<AnswerToken> tokens, int index) {
    for (int i = 0; i < index; i++) {
      AnswerToken.Kind kind = tokens.get(i).kind();
      if (kind != AnswerToken.Kind.OPEN && kind != AnswerToken.Kind.LINE_END) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Boolean> digit(AnswerToken token) {
    return switch (token.text()) {
      case "1" -> Optional.of(true);
      case "0" -> Optional.of(false);
      default ->
          throw new CnfAnswers.Rejection(
              AnswerCode.STRAY, token, "expected 'yes' or 'no', found " + CnfAnswers.shown(token));
    };
  }

  static Leading leading(List<AnswerToken> tokens) {
    int from = start(tokens);
    if (from < tokens.size()) {
      AnswerToken token = tokens.get(from);
      boolean not = token.is(AnswerToken.Kind.NEGATION) && from + 1 < tokens.size();
      AnswerToken word = not ? tokens.get(from + 1) : token;
      if (word.is(AnswerToken.Kind.WORD)
          && (YES.contains(word.text()) || NO.contains(word.text()))) {
        return new Leading(YES.contains(word.text()) != not, rest(tokens, from + (not ? 2 : 1)));
      }
    }
    throw new CnfAnswers.Rejection(
        AnswerCode.NOTHING,
        tokens.subList(0, 1),
        "expected 'SAT' with a valuation, or 'UNSAT' with the numbers of constraints");
  }

  static Compared compared(List<AnswerToken> tokens) {
    int from = start(tokens);
    AnswerToken first = tokens.get(Math.min(from, tokens.size() - 1));
    boolean not = first.is(AnswerToken.Kind.NEGATION) && from + 1 < tokens.size();
    AnswerToken word = not ? tokens.get(from + 1) : first;
    if (word.is(AnswerToken.Kind.WORD) && EQUIVALENT.contains(word.text())) {
      List<AnswerToken> rest = rest(tokens, from + (not ? 2 : 1));
      if (!not) {
        nothing(rest);
      }
      return new Compared(!not, rest);
    }
    if (word.is(AnswerToken.Kind.WORD) && DIFFERENT.contains(word.text())) {
      List<AnswerToken> rest = rest(tokens, from + 1);
      // "No, not equivalent: 0110" and "no, different" say it twice.
      int again = start(rest);
      if (again + 1 < rest.size()
          && rest.get(again).is(AnswerToken.Kind.NEGATION)
          && EQUIVALENT.contains(rest.get(again + 1).text())) {
        rest = rest(rest, again + 2);
      } else if (again < rest.size() && DIFFERENT.contains(rest.get(again).text())) {
        rest = rest(rest, again + 1);
      }
      return new Compared(false, rest);
    }
    return new Compared(false, tokens);
  }

  private static void nothing(List<AnswerToken> rest) {
    for (AnswerToken token : rest) {
      boolean more =
          token.is(AnswerToken.Kind.DIGITS)
              || token.is(AnswerToken.Kind.VARIABLE)
              || (token.is(AnswerToken.Kind.WORD) && DIFFERENT.contains(token.text()));
      if (more) {
        throw new CnfAnswers.Rejection(
            AnswerCode.AMBIGUOUS,
            token,
            "behind 'equivalent' nothing is expected, found " + CnfAnswers.shown(token));
      }
    }
  }

  /** The first token that is more than a bracket. */
  private static int start(List<AnswerToken> tokens) {
    int from = 0;
    while (from < tokens.size()) {
      AnswerToken.Kind kind = tokens.get(from).kind();
      boolean decoration =
          kind == AnswerToken.Kind.OPEN
              || kind == AnswerToken.Kind.LINE_END
              || kind == AnswerToken.Kind.SEPARATOR;
      if (!decoration) {
        return from;
      }
      from++;
    }
    return from;
  }

  /** What stands behind, without what joins it. */
  private static List<AnswerToken> rest(List<AnswerToken> tokens, int from) {
    int start = from;
    while (start < tokens.size()) {
      AnswerToken.Kind kind = tokens.get(start).kind();
      boolean joins =
          kind == AnswerToken.Kind.SEPARATOR
              || kind == AnswerToken.Kind.EQUALS
              || kind == AnswerToken.Kind.ARROW
              || kind == AnswerToken.Kind.LINE_END
              || kind == AnswerToken.Kind.CLOSE;
      if (!joins) {
        break;
      }
      start++;
    }
    return tokens.subList(start, tokens.size());
  }
}
