package org.ponens.solvers.sat;

/** How many models there are. */
public sealed interface ModelCount {

  /** The number of those found. */
  long models();

  /** All were found. */
  record Exactly(long models) implements ModelCount {}

  /** The limit was reached, or the budget was spent, before all were found. */
  record AtLeast(long models) implements ModelCount {}
}
