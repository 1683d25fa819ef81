package org.ponens.generators.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.solution.ShortestPlans;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.ItemRandom;
import org.ponens.solvers.Budget;

/** A* on scenes drawn at random, against search that looks at all states in turn. */
class ShortestPlansTest {

  private static final int SCENES = 120;
  private static final Budget BUDGET = new Budget(Duration.ofMinutes(1), 60_000);

  static List<World> worlds() {
    return World.all();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void plansAreAsShortAsBreadthFirstSearchFindsThem(World world) {
    int compared = 0;
    for (int i = 0; i < SCENES; i++) {
      ItemRandom random = new ItemRandom(i, 11);
      Scene scene = world.scene(world.least() + i % 3, i % 2 == 0, random);
      Optional<List<Fact>> goal = world.goal(scene, random);
      if (goal.isEmpty()) {
        continue;
      }
      Shortest expected = BreadthFirst.find(world.domain(), scene, goal.get(), BUDGET.start());
      if (expected instanceof Shortest.Exhausted) {
        continue;
      }
      Shortest found = ShortestPlans.find(world.domain(), scene, goal.get(), BUDGET.start());
      compared++;
      assertThat(length(found)).as(scene + " " + goal).isEqualTo(length(expected));
    }
    assertThat(compared).isGreaterThan(SCENES / 2);
  }

  private static int length(Shortest shortest) {
    return switch (shortest) {
      case Shortest.Found(var steps, var expansions) -> steps.size();
      case Shortest.None none -> -1;
      case Shortest.Exhausted exhausted -> -2;
    };
  }
}
