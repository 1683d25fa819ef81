package org.ponens.generators.planning.solution;

import java.util.Arrays;
import java.util.List;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;
import org.ponens.solvers.planning.search.OptimalSearch;
import org.ponens.solvers.planning.search.SearchResult;

/** Shortest plans by A* with the landmark cut heuristic. Stateless. */
public final class ShortestPlans {

  /** Steps run out long before; this bounds what an odd instance could take. */
  private static final long MOST_BYTES = 256L << 20;

  private ShortestPlans() {}

  /** A shortest plan from a scene to a goal. */
  public static Shortest find(Domain domain, Scene scene, List<Fact> goal, Meter meter) {
    return switch (Grounder.ground(domain, scene.problem(domain.name(), goal), meter)) {
      case Grounding.Grounded(GroundTask task) -> search(task, meter);
      case Grounding.Unreachable unreachable -> new Shortest.None(0);
      case Grounding.Exhausted exhausted -> new Shortest.Exhausted();
      case Grounding.Unsupported(String why) -> throw new IllegalArgumentException(why);
    };
  }

  private static Shortest search(GroundTask task, Meter meter) {
    return switch (OptimalSearch.solve(task, meter, MOST_BYTES)) {
      case SearchResult.Found found ->
          new Shortest.Found(
              Arrays.stream(found.operators())
                  .mapToObj(o -> step(task.operators().get(o).name()))
                  .toList(),
              found.statistics().expanded());
      case SearchResult.Unsolvable none -> new Shortest.None(none.statistics().expanded());
      case SearchResult.Exhausted exhausted -> new Shortest.Exhausted();
    };
  }

  /** An operator's name is an action as plans write it: {@code (stack a b)}. */
  private static Plan.Step step(String name) {
    List<String> words = List.of(name.substring(1, name.length() - 1).split(" ", -1));
    return Plan.Step.of(words.getFirst(), words.subList(1, words.size()));
  }
}
