package org.ponens.generators.sat.problem;

import java.util.BitSet;
import java.util.List;
import org.ponens.solvers.sat.Refutation;

/** Answers as text, in the plainest of the spellings that their readers take. */
final class AnswerWriter {

  private AnswerWriter() {}

  static String write(SatAnswer answer, Asked asked) {
    boolean certificate = asked.problem() == Problem.CERTIFICATE;
    return switch (answer) {
      case SatAnswer.Decided(boolean satisfiable) -> satisfiable ? "yes" : "no";
      case SatAnswer.Assigned(BitSet trueVariables) ->
          (certificate ? "SAT " : "") + bits(trueVariables, asked.cnf().variables());
      case SatAnswer.Chosen(BitSet positions) -> (certificate ? "UNSAT " : "") + numbers(positions);
      case SatAnswer.Refuted(Refutation refutation) ->
          steps(refutation, asked.cnf().constraints().size());
      case SatAnswer.Counted counted -> counted.models().toString();
      case SatAnswer.Frozen(List<Integer> literals) -> literals(literals);
      case SatAnswer.Compared(var difference) ->
          difference
              .map(model -> "different " + bits(model, asked.cnf().variables()))
              .orElse("equivalent");
    };
  }

  /** The values of the variables 1, 2, ... as 0 and 1. */
  static String bits(BitSet trueVariables, int variables) {
    StringBuilder text = new StringBuilder(variables);
    for (int v = 1; v <= variables; v++) {
      text.append(trueVariables.get(v) ? '1' : '0');
    }
    return text.toString();
  }

  private static String numbers(BitSet positions) {
    if (positions.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    for (int i = positions.nextSetBit(0); i >= 0; i = positions.nextSetBit(i + 1)) {
      text.append(text.isEmpty() ? "" : " ").append(i + 1);
    }
    return text.toString();
  }

  private static String literals(List<Integer> literals) {
    if (literals.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    for (int literal : literals) {
      append(text, literal);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int literal) {
    boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    text.append(first ? "" : " ").append(literal < 0 ? "-x" : "x").append(Math.abs(literal));
  }

  private static String steps(Refutation refutation, int premises) {
    StringBuilder text = new StringBuilder();
    int number = premises;
    for (Refutation.Resolvent step : refutation.steps()) {
      number++;
      text.append(text.isEmpty() ? "" : "\n").append(number).append(": ").append(step.left());
      text.append(' ').append(step.right()).append(" -> ");
      for (int literal : step.literals()) {
        append(text, literal);
      }
      if (step.literals().length == 0) {
        text.append('0');
      }
    }
    return text.toString();
  }
}
