package org.ponens.solvers.rules;

/** What follows from something not being derived. */
public enum World {
  /** Nothing: what is neither derived nor refuted is unknown. */
  OPEN,
  /**
   * A query that is not derived as it was asked is false, a negative one too: the reading of
   * Logic-LM for questions with the two options true and false. Rules are not affected; a negation
   * in a body is always strong.
   */
  CLOSED
}
