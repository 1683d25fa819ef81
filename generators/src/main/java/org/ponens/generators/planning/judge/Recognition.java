package org.ponens.generators.planning.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.solution.Run;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.solution.ShortestPlans;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.solvers.Meter;

/**
 * Which goals somebody may pursue without detours: those for which the actions seen are the
 * beginning of a shortest plan, which is so if they and a shortest plan from where they lead are as
 * long as a shortest plan from the start.
 */
public final class Recognition {

  private Recognition() {}

  /** The positions of such goals among the candidates; empty if the budget is spent first. */
  public static Optional<List<Integer>> consistent(Asked asked, Meter meter) {
    List<Integer> consistent = new ArrayList<>();
    for (int i = 0; i < asked.candidates().size(); i++) {
      Optional<Boolean> one = isConsistent(asked, asked.candidates().get(i), meter);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      if (one.get()) {
        consistent.add(i);
      }
    }
    return Optional.of(consistent);
  }

  /** Whether the actions seen begin a shortest plan for a goal; empty if the budget is spent. */
  public static Optional<Boolean> isConsistent(Asked asked, List<Fact> goal, Meter meter) {
    TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
    Scene later =
        Run.of(system, asked.steps())
            .orElseThrow(
                () -> new IllegalStateException("the question has actions that can't be done"))
            .scene(asked.scene(), system);
    Shortest rest = ShortestPlans.find(asked.domain(), later, goal, meter);
    Shortest whole = ShortestPlans.find(asked.domain(), asked.scene(), goal, meter);
    if (whole instanceof Shortest.Exhausted || rest instanceof Shortest.Exhausted) {
      return Optional.empty();
    }
    return Optional.of(
        whole instanceof Shortest.Found all
            && rest instanceof Shortest.Found left
            && asked.steps().size() + left.steps().size() == all.steps().size());
  }
}
