package org.ponens.generators.sat.problem;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.solvers.sat.Refutation;

/** Answers as text, in the plainest of the spellings that their readers take. */
final class AnswerWriter {

  private AnswerWriter() {}

  static String write(SatAnswer answer, Asked asked, Vocabulary vocabulary) {
    boolean certificate = asked.problem() == Problem.CERTIFICATE;
    return switch (answer) {
      case SatAnswer.Decided(boolean satisfiable) -> satisfiable ? "yes" : "no";
      case SatAnswer.Assigned(BitSet trueVariables) ->
          (certificate ? "SAT " : "") + bits(trueVariables, asked.cnf().variables());
      case SatAnswer.Chosen(BitSet positions) -> (certificate ? "UNSAT " : "") + numbers(positions);
      case SatAnswer.Refuted(Refutation refutation) ->
          steps(refutation, asked.cnf().constraints().size(), vocabulary);
      case SatAnswer.Counted counted -> counted.models().toString();
      case SatAnswer.Frozen(List<Integer> literals) -> literals(literals, vocabulary);
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

  private static String literals(List<Integer> literals, Vocabulary vocabulary) {
    if (literals.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < literals.size(); i++) {
      append(text, i == 0, literals.get(i), vocabulary);
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, boolean first, int literal, Vocabulary vocabulary) {
    int variable = Math.abs(literal);
    if (vocabulary.variables().isEmpty()) {
      text.append(first ? "" : " ").append(literal < 0 ? "-x" : "x").append(variable);
    } else {
      text.append(first ? "" : ", ").append(vocabulary.variables().get(variable - 1));
      text.append(": ").append(literal > 0 ? vocabulary.trueWord() : vocabulary.falseWord());
    }
  }

  private static String steps(Refutation refutation, int premises, Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    int number = premises;
    for (Refutation.Resolvent step : refutation.steps()) {
      number++;
      text.append(text.isEmpty() ? "" : "\n").append(number).append(": ").append(step.left());
      text.append(' ').append(step.right()).append(" -> ");
      int[] literals = step.literals();
      for (int i = 0; i < literals.length; i++) {
        append(text, i == 0, literals[i], vocabulary);
      }
      text.append(literals.length == 0 ? "0" : "");
    }
    return text.toString();
  }
}
