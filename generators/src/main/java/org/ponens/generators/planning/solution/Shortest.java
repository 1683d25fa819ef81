package org.ponens.generators.planning.solution;

import java.util.List;
import org.ponens.grammar.pddl.Plan;

/** The outcome of looking for a shortest plan. */
public sealed interface Shortest {

  /**
   * A plan than which none is shorter.
   *
   * @param expansions how many states were expanded to show it
   */
  record Found(List<Plan.Step> steps, long expansions) implements Shortest {
    public Found {
      steps = List.copyOf(steps);
    }
  }

  /**
   * There is no plan.
   *
   * @param expansions how many states were expanded to show it; 0 if not even without deletions
   *     there is one
   */
  record None(long expansions) implements Shortest {}

  /** The budget was spent first. */
  record Exhausted() implements Shortest {}
}
