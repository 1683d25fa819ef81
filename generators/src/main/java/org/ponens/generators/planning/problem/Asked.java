package org.ponens.generators.planning.problem;

import java.util.List;
import java.util.OptionalInt;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;

/**
 * A question.
 *
 * @param goal what is to be reached; empty where nothing is
 * @param steps that are part of the question, see {@link Kind#showsSteps}
 * @param candidates goals to choose from, for {@link Kind#RECOGNISE}
 * @param optimum the least number of actions, for {@link Kind#OPTIMAL}
 */
public record Asked(
    Kind kind,
    Domain domain,
    Scene scene,
    List<Fact> goal,
    List<Plan.Step> steps,
    List<List<Fact>> candidates,
    OptionalInt optimum) {

  public Asked {
    goal = List.copyOf(goal);
    steps = List.copyOf(steps);
    candidates = candidates.stream().map(List::copyOf).toList();
  }

  /** The problem to reach the goal. */
  public Problem problem() {
    return problem(goal);
  }

  /** The problem to reach another goal from the same scene. */
  public Problem problem(List<Fact> other) {
    return scene.problem(domain.name(), other);
  }
}
