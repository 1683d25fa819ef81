package org.ponens.grammar.cnf;

import java.util.List;

/**
 * The names that a story gives to variables, truth values and constraints. A name is found in an
 * answer whatever its case; within each list names differ.
 *
 * @param variables the name of variable {@code i + 1} at {@code i}; empty for {@code x1, x2, ...}
 * @param trueWord what a true variable is called
 * @param falseWord what a false variable is called
 * @param constraints the name of constraint {@code i + 1} at {@code i}; empty for numbers alone
 */
public record Vocabulary(
    List<String> variables, String trueWord, String falseWord, List<String> constraints) {

  public Vocabulary {
    variables = List.copyOf(variables);
    constraints = List.copyOf(constraints);
  }

  /** No names but x1, x2, ... and numbers. */
  public static Vocabulary none() {
    return new Vocabulary(List.of(), "1", "0", List.of());
  }
}
