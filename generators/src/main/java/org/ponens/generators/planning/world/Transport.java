package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Goals that say of movable things where they are to be. */
final class Transport {

  private Transport() {}

  /**
   * That some of the things, one at least, are each somewhere else than now.
   *
   * @param predicate of a thing and its place, now and in the goal
   */
  static List<Fact> goal(
      Scene scene, List<String> things, String predicate, List<String> places, ItemRandom random) {
    double kept = random.nextBoolean() ? 1 : 0.7;
    List<Fact> goal = new ArrayList<>();
    for (String thing : things) {
      if (random.chance(kept)) {
        String now = scene.second(predicate, thing).orElse("");
        List<String> others = places.stream().filter(p -> !p.equals(now)).toList();
        if (!others.isEmpty()) {
          goal.add(Fact.of(predicate, thing, random.pick(others)));
        }
      }
    }
    return Scene.shuffled(goal, random);
  }
}
