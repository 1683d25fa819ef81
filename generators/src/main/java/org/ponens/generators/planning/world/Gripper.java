package org.ponens.generators.planning.world;

import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Robots with grippers in rooms that doors join to a tree, sometimes with one door more. */
final class Gripper implements Scenery {

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    List<String> rooms = scene.objects("room", "r", random.between(2, size < 3 ? 3 : 4));
    for (int i = 1; i < rooms.size(); i++) {
      String other = rooms.get(random.nextInt(i));
      boolean there = sound || random.chance(0.7);
      boolean back = sound || random.chance(0.7);
      if (there) {
        scene.holds("door", other, rooms.get(i));
      }
      if (back) {
        scene.holds("door", rooms.get(i), other);
      }
    }
    List<String> robots = scene.objects("robot", "k", random.chance(0.35) ? 2 : 1);
    List<String> grippers =
        scene.objects("gripper", "g", robots.size() + (random.nextBoolean() ? 1 : 0));
    for (int i = 0; i < robots.size(); i++) {
      scene.holds("robot-in", robots.get(i), random.pick(rooms));
    }
    for (int i = 0; i < grippers.size(); i++) {
      scene.holds("part-of", grippers.get(i), robots.get(i % robots.size()));
      scene.holds("empty", grippers.get(i));
    }
    for (String ball : scene.objects("ball", "b", size)) {
      scene.holds("ball-in", ball, random.pick(rooms));
    }
    return scene.build();
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    return Transport.goal(scene, scene.names("ball"), "ball-in", scene.names("room"), random);
  }
}
