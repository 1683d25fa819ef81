package org.ponens.solvers.fol.proof;

/** The name of an inference. What the checker verifies is the same for all but {@link #INPUT}. */
public enum Rule {
  /** A clause of the clausified problem. */
  INPUT,
  /** An instance of one clause. */
  INSTANCE,
  /** Binary or hyper-resolution. */
  RESOLUTION,
  FACTORING,
  /** Superposition or paramodulation: rewriting with one literal of a clause. */
  SUPERPOSITION,
  EQUALITY_RESOLUTION,
  EQUALITY_FACTORING,
  /** Simplification by unit equations and unit literals. */
  SIMPLIFICATION,
  /** Ground clauses refuted by case distinction: follows by unit propagation from the parents. */
  PROPAGATION
}
