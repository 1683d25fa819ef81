package org.ponens.solvers.fol.proof;

/** What {@link ProofChecker} says of a proof. */
public sealed interface Check {

  /** Every step follows from its parents, and the last is the empty clause. */
  record Valid() implements Check {}

  /**
   * A step does not follow, or its evidence is missing.
   *
   * @param step the step's id
   * @param why one sentence
   */
  record Invalid(int step, String why) implements Check {}
}
