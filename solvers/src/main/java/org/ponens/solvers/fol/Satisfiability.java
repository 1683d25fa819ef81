package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.List;
import org.ponens.solvers.fol.proof.Proof;

/** Whether formulas have a model, with a certificate. */
public sealed interface Satisfiability {

  /** They have this one. */
  record Satisfiable(Structure model) implements Satisfiability {}

  /**
   * They have none.
   *
   * @param core the indices of formulas that have no model together
   * @param minimal whether every smaller set of them was shown to have one
   */
  record Unsatisfiable(List<Integer> core, boolean minimal, Proof proof) implements Satisfiability {
    public Unsatisfiable {
      core = List.copyOf(core);
    }
  }

  /** Not decided. */
  record Undecided(Verdict.Reason reason, Duration elapsed) implements Satisfiability {}
}
