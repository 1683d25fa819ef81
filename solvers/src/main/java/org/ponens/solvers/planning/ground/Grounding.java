package org.ponens.solvers.planning.ground;

import java.util.List;
import org.ponens.grammar.pddl.Condition;

/** What came of grounding a problem. */
public sealed interface Grounding {

  /** A task, whose goal may be reachable. */
  record Grounded(GroundTask task) implements Grounding {}

  /**
   * The goal cannot be reached even if nothing were ever deleted, so there is no plan.
   *
   * @param unreachable the conditions of the goal that can never hold
   */
  record Unreachable(List<Condition> unreachable) implements Grounding {
    public Unreachable {
      unreachable = List.copyOf(unreachable);
    }
  }

  /** The problem uses what is not planned with here; the validator may still know it. */
  record Unsupported(String why) implements Grounding {}

  /** The budget was spent first, or there are too many instances. */
  record Exhausted() implements Grounding {}
}
