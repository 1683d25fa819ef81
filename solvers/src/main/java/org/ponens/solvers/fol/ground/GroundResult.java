package org.ponens.solvers.fol.ground;

import java.util.List;
import org.ponens.solvers.fol.Structure;

/** What grounding says of some of the groups of clauses. */
public sealed interface GroundResult {

  /**
   * They have a Herbrand model.
   *
   * @param sparse where predicates are false of elements of other sorts; often a model, too, and
   *     easier to read
   * @param model a model
   */
  record Satisfiable(Structure sparse, Structure model) implements GroundResult {}

  /** They have none; these groups suffice for it, not necessarily a minimal set. */
  record Unsatisfiable(List<Integer> core) implements GroundResult {
    public Unsatisfiable {
      core = List.copyOf(core);
    }
  }

  /** The budget was spent first. */
  record Exhausted() implements GroundResult {}
}
