package org.ponens.solvers.planning.sat;

/** What came of planning as satisfiability. */
public sealed interface SatPlanResult {

  /**
   * A plan.
   *
   * @param operators positions of operators in the task, in the order in which they are done
   * @param horizon how many steps, of operators in parallel, the plan was found with
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Found(int[] operators, int horizon) implements SatPlanResult {}

  /** There is no plan of the number of steps asked for, or fewer. */
  record NoneWithin(int horizon) implements SatPlanResult {}

  /** The budget of time, conflicts or memory was spent first. */
  record Exhausted() implements SatPlanResult {}

  /** The task has what is not put into clauses. */
  record Unsupported(String why) implements SatPlanResult {}
}
