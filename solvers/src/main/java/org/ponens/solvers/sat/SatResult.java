package org.ponens.solvers.sat;

import java.util.List;

/** What a satisfiability check gave. */
public sealed interface SatResult {

  /** A model of the clauses and assumptions. */
  record Satisfiable(Valuation model) implements SatResult {}

  /**
   * No model.
   *
   * @param core assumptions that suffice for it, not necessarily a minimal set; empty where the
   *     clauses alone have no model
   */
  record Unsatisfiable(List<Integer> core) implements SatResult {
    public Unsatisfiable {
      core = List.copyOf(core);
    }
  }

  /** The budget was spent first. */
  record Exhausted() implements SatResult {}
}
