package org.ponens.solvers.fol.saturation;

import org.ponens.solvers.fol.proof.Proof;

/** What came of a run. */
public sealed interface SaturationResult {

  /** The clauses contradict each other. */
  record Refutation(Proof proof) implements SaturationResult {}

  /**
   * No inference is left to make, and none was left out: the clauses are satisfiable, by
   * completeness of the calculus. There is no structure to show.
   */
  record Saturated() implements SaturationResult {}

  /** The slice is spent, or what is left cannot decide; run again with another slice. */
  record Exhausted() implements SaturationResult {}
}
