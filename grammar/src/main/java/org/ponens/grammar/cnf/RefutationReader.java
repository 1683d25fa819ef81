package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the steps of a refutation, a line each: a number, two parents, an arrow, the literals. */
final class RefutationReader {

  private static final Set<String> WORDS =
      Set.of(
          "resolve",
          "resolving",
          "res",
          "resolution",
          "clause",
          "clauses",
          "with",
          "step",
          "from",
          "of",
          "the",
          "on",
          "resolvent",
          "c");

  private static final Set<String> EMPTY =
      Set.of("empty", "false", "bottom", "contradiction", "box", "clause", "the", "nil");

  private final List<AnswerToken> tokens;
  private final int variables;
  private final Vocabulary vocabulary;

  RefutationReader(List<AnswerToken> tokens, int variables, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.variables = variables;
    this.vocabulary = vocabulary;
  }

  List<CnfAnswers.Step> read() {
    List<CnfAnswers.Step> steps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(AnswerToken.Kind.LINE_END)) {
        if (i > from) {
          steps.add(step(tokens.subList(from, i)));
        }
        from = i + 1;
      }
    }
    return List.copyOf(steps);
  }

  private CnfAnswers.Step step(List<AnswerToken> line) {
    int arrow = arrow(line);
    List<Integer> numbers = new ArrayList<>();
    boolean pivot = false;
    for (AnswerToken token : line.subList(0, arrow)) {
      switch (token.kind()) {
        case DIGITS -> numbers.add(token.value());
        case CONSTRAINT -> numbers.add(token.number());
        case OPEN, CLOSE, SEPARATOR, EQUALS -> {}
        // The variable resolved on may be named; it follows from the parents.
        case VARIABLE, NEGATION -> pivot = true;
        case WORD -> {
          if (!WORDS.contains(token.text())) {
            throw stray(token);
          }
        }
        default -> throw stray(token);
      }
    }
    if (numbers.size() != 2 && numbers.size() != 3) {
      throw new CnfAnswers.Rejection(
          AnswerCode.STEP,
          line,
          "expected the numbers of the two clauses that are resolved"
              + (pivot ? " before the variable" : "")
              + ", as in '7: 1 4 -> x2 -x3', found "
              + numbers.size()
              + (numbers.size() == 1 ? " number" : " numbers"));
    }
    boolean labelled = numbers.size() == 3;
    return new CnfAnswers.Step(
        labelled ? OptionalInt.of(numbers.getFirst()) : OptionalInt.empty(),
        numbers.get(numbers.size() - 2),
        numbers.getLast(),
        literals(line.subList(arrow + 1, line.size()), line));
  }

  private static CnfAnswers.Rejection stray(AnswerToken token) {
    return new CnfAnswers.Rejection(
        AnswerCode.STEP,
        token,
        "expected a step such as '7: 1 4 -> x2 -x3', found " + CnfAnswers.shown(token));
  }

  /** Where the parents end: at an arrow, or else at the last {@code :} or {@code =}. */
  private static int arrow(List<AnswerToken> line) {
    int last = -1;
    for (int i = 0; i < line.size(); i++) {
      if (line.get(i).is(AnswerToken.Kind.ARROW)) {
        return i;
      }
      if (line.get(i).is(AnswerToken.Kind.EQUALS)) {
        last = i;
      }
    }
    if (last < 0) {
      throw new CnfAnswers.Rejection(
          AnswerCode.STEP, line, "expected a step such as '7: 1 4 -> x2 -x3'; there is no '->'");
    }
    return last;
  }

  private int[] literals(List<AnswerToken> right, List<AnswerToken> line) {
    boolean empty = false;
    boolean brackets = false;
    List<AnswerToken> rest = new ArrayList<>();
    for (AnswerToken token : right) {
      switch (token.kind()) {
        case EMPTY -> empty = true;
        case OPEN, CLOSE -> brackets = true;
        case SEPARATOR -> {}
        case WORD -> {
          // In a story a literal is a name with its value.
          if (!rest.isEmpty() && rest.getLast().is(AnswerToken.Kind.EQUALS)) {
            rest.add(token);
          } else if (EMPTY.contains(token.text())) {
            empty = true;
          } else {
            throw stray(token);
          }
        }
        default -> rest.add(token);
      }
    }
    boolean zero = rest.size() == 1 && rest.getFirst().text().equals("0");
    if (rest.isEmpty() || zero) {
      if (!empty && !brackets && !zero) {
        throw new CnfAnswers.Rejection(
            AnswerCode.STEP, line, "expected literals behind the arrow, or 0 for none");
      }
      return new int[0];
    }
    if (empty) {
      throw new CnfAnswers.Rejection(
          AnswerCode.STEP, line, "a clause that has literals is not empty");
    }
    List<Integer> literals = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      boolean positive = true;
      while (i + 1 < rest.size() && rest.get(i).is(AnswerToken.Kind.NEGATION)) {
        positive = !positive;
        i++;
      }
      AnswerToken token = rest.get(i);
      int variable =
          switch (token.kind()) {
            case VARIABLE -> token.number();
            case DIGITS -> token.value();
            default -> throw stray(token);
          };
      if (variable == 0 && i == rest.size() - 1) {
        break;
      }
      boolean valued =
          token.is(AnswerToken.Kind.VARIABLE)
              && i + 2 < rest.size()
              && rest.get(i + 1).is(AnswerToken.Kind.EQUALS);
      if (valued) {
        positive = positive == isTrue(rest.get(i + 2));
        i += 2;
      }
      if (variable < 1 || variable > variables) {
        throw new CnfAnswers.Rejection(
            AnswerCode.UNKNOWN_VARIABLE,
            token,
            "there is no variable " + CnfAnswers.shown(token) + "; there are " + variables);
      }
      literals.add(positive ? variable : -variable);
    }
    return literals.stream().mapToInt(l -> l).toArray();
  }

  private boolean isTrue(AnswerToken value) {
    if (value.text().equalsIgnoreCase(vocabulary.trueWord())) {
      return true;
    }
    if (value.text().equalsIgnoreCase(vocabulary.falseWord())) {
      return false;
    }
    throw stray(value);
  }
}
