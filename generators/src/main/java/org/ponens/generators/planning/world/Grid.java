package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/**
 * A grid of cells, some locked, and keys. Whether a goal can be reached is not known when it is
 * drawn: a key may lie behind the lock it opens.
 */
final class Grid implements Scenery {

  private static final int MOST_WIDTH = 5;

  /** A grid of size n has about three times as many cells. */
  private static final int CELLS = 3;

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    int wanted = CELLS * size;
    int width = random.between(2, Math.clamp(wanted / 2, 2, MOST_WIDTH));
    int height = Math.max(2, (wanted + width - 1) / width);
    List<String> cells = scene.objects("cell", "c", width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        String cell = cells.get(y * width + x);
        if (x + 1 < width) {
          join(scene, cell, cells.get(y * width + x + 1), random);
        }
        if (y + 1 < height) {
          join(scene, cell, cells.get((y + 1) * width + x), random);
        }
      }
    }
    List<String> shapes = scene.objects("shape", "s", random.between(1, 2));
    int lockedCount = random.between(1, Math.max(1, cells.size() / 3));
    // The first cells of this order are locked, the robot starts in the last.
    List<String> order = Scene.shuffled(cells, random);
    for (int i = 0; i < order.size(); i++) {
      if (i < lockedCount) {
        scene.holds("locked", order.get(i));
        scene.holds("lock-shape", order.get(i), random.pick(shapes));
      } else {
        scene.holds("open", order.get(i));
      }
    }
    scene.holds("robot-at", order.getLast());
    scene.holds("hand-free");
    List<String> keys = scene.objects("key", "k", random.between(1, sound ? 3 : 2));
    for (int i = 0; i < keys.size(); i++) {
      // Where goals are to be in reach there are keys of all shapes, and most are not locked away.
      boolean all = sound && i < shapes.size();
      scene.holds("key-shape", keys.get(i), all ? shapes.get(i) : random.pick(shapes));
      boolean outside = sound && random.chance(0.75);
      scene.holds(
          "key-at",
          keys.get(i),
          random.pick(outside ? order.subList(lockedCount, order.size()) : order));
    }
    return scene.build();
  }

  /** A passage between two cells; a few are walled up. */
  private static void join(SceneBuilder scene, String one, String other, ItemRandom random) {
    if (random.chance(0.9)) {
      scene.holds("beside", one, other);
      scene.holds("beside", other, one);
    }
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    List<String> cells = scene.names("cell");
    List<Fact> goal = new ArrayList<>();
    for (String key : scene.names("key")) {
      if (random.chance(0.5)) {
        goal.add(Fact.of("key-at", key, random.pick(cells)));
      }
    }
    if (goal.isEmpty() || random.chance(0.3)) {
      goal.add(Fact.of("robot-at", random.pick(cells)));
    }
    return Scene.shuffled(goal, random);
  }
}
