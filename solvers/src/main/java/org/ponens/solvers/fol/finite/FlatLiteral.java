package org.ponens.solvers.fol.finite;

import java.util.List;

/** A literal whose terms are variables, by number. */
sealed interface FlatLiteral {

  boolean positive();

  /** The variables, with repetitions. */
  List<Integer> variables();

  /** {@code P(x, y)}, or its negation. */
  record Relation(boolean positive, int predicate, List<Integer> variables)
      implements FlatLiteral {}

  /** {@code f(x, y) = z}, or its negation; the value is the last of the variables. */
  record Value(boolean positive, int function, List<Integer> variables) implements FlatLiteral {}

  /** {@code x = y}; its negation is substituted away. */
  record Same(List<Integer> variables) implements FlatLiteral {
    @Override
    public boolean positive() {
      return true;
    }
  }
}
