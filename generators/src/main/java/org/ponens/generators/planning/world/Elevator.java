package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Lifts that stop at stretches of floors, which overlap where every floor is to be in reach. */
final class Elevator implements Scenery {

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    int height = random.between(3, size < 3 ? 4 : 6);
    List<String> floors = scene.objects("floor", "f", height);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < i; j++) {
        scene.holds("over", floors.get(i), floors.get(j));
      }
    }
    List<String> lifts = scene.objects("lift", "l", random.between(1, 2));
    int change = random.between(1, height - 2);
    for (int i = 0; i < lifts.size(); i++) {
      int from = lifts.size() == 1 || i == 0 ? 0 : change + (sound || random.nextBoolean() ? 0 : 1);
      int to = lifts.size() == 1 || i == 1 ? height - 1 : change;
      List<String> stops = new ArrayList<>();
      for (int f = from; f <= to; f++) {
        // A lift that has to be changed at a floor stops there.
        if (sound || random.chance(0.8)) {
          stops.add(floors.get(f));
        }
      }
      if (stops.isEmpty()) {
        stops.add(floors.get(from));
      }
      for (String floor : stops) {
        scene.holds("stops", lifts.get(i), floor);
      }
      scene.holds("lift-at", lifts.get(i), random.pick(stops));
      scene.holds("vacant", lifts.get(i));
    }
    for (String person : scene.objects("person", "p", size)) {
      scene.holds("waits", person, random.pick(floors));
    }
    return scene.build();
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    return Transport.goal(scene, scene.names("person"), "waits", scene.names("floor"), random);
  }
}
