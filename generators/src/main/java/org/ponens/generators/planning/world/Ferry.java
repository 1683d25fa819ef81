package org.ponens.generators.planning.world;

import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Cars, ports and a ferry for one car. */
final class Ferry implements Scenery {

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    List<String> ports = scene.objects("port", "p", random.between(2, size < 3 ? 3 : 5));
    scene.holds("moored", random.pick(ports));
    // Whoever has no free deck carries a car that nobody knows.
    if (sound || random.chance(0.6)) {
      scene.holds("deck-free");
    }
    for (String car : scene.objects("car", "c", size)) {
      scene.holds("ashore", car, random.pick(ports));
    }
    return scene.build();
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    return Transport.goal(scene, scene.names("car"), "ashore", scene.names("port"), random);
  }
}
