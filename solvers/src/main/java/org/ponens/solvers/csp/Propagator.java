package org.ponens.solvers.csp;

/**
 * A compiled constraint. Values are known by their index in their variable's domain, and sets of
 * them are bit sets. Immutable, so that searches share them.
 */
@SuppressWarnings("ArrayRecordComponent") // Identity is all the equality that searches need.
sealed interface Propagator {

  /** The variables that it speaks of. */
  int[] scope();

  /** No values meet it. */
  record Never() implements Propagator {
    @Override
    public int[] scope() {
      return new int[0];
    }
  }

  /** The variable has one of these values. */
  record Unary(int variable, long[] allowed) implements Propagator {
    @Override
    public int[] scope() {
      return new int[] {variable};
    }
  }

  /** For each value of one variable the values of the other that it goes with. */
  record Binary(int[] scope, long[][] fromFirst, long[][] fromSecond) implements Propagator {}

  /** The variables have different values. */
  record Different(int[] scope) implements Propagator {}

  /** Any condition: it is tested once all of its variables but one have their values. */
  record General(int[] scope, Evaluation.Test test) implements Propagator {}
}
