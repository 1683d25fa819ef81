package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/**
 * Towers of blocks. Each state without a block in the hand is as likely: the number of towers is
 * drawn by how many states have it (Slaney and Thiébaux, "Blocks World revisited", AIJ 2001, count
 * them), then the order of the blocks and where the towers end.
 */
final class Blocks implements Scenery {

  @Override
  public Scene scene(int size, boolean sound, ItemRandom random) {
    SceneBuilder scene = new SceneBuilder(random);
    List<String> blocks = scene.objects("block", "b", size);
    for (List<String> tower : towers(blocks, random)) {
      scene.holds("on-table", tower.getFirst());
      for (int i = 1; i < tower.size(); i++) {
        scene.holds("on", tower.get(i), tower.get(i - 1));
      }
      scene.holds("clear", tower.getLast());
    }
    scene.holds("hand-free");
    return scene.build();
  }

  @Override
  public List<Fact> goal(Scene scene, ItemRandom random) {
    List<Fact> goal = new ArrayList<>();
    boolean tables = random.chance(0.3);
    // Of some goals, all is said; of others, a part.
    double kept = random.nextBoolean() ? 1 : 0.6;
    for (List<String> tower : towers(scene.names("block"), random)) {
      if (tables && random.chance(kept)) {
        goal.add(Fact.of("on-table", tower.getFirst()));
      }
      for (int i = 1; i < tower.size(); i++) {
        if (random.chance(kept)) {
          goal.add(Fact.of("on", tower.get(i), tower.get(i - 1)));
        }
      }
    }
    return goal;
  }

  /** Towers, each from the bottom up. */
  static List<List<String>> towers(List<String> blocks, ItemRandom random) {
    int n = blocks.size();
    List<String> order = Scene.shuffled(blocks, random);
    int count = towerCount(n, random);
    // The places, of the n - 1 between blocks, where a tower ends.
    int[] gaps = random.permutation(Math.max(0, n - 1));
    boolean[] ends = new boolean[n];
    for (int i = 0; i < count - 1; i++) {
      ends[gaps[i]] = true;
    }
    List<List<String>> towers = new ArrayList<>();
    List<String> tower = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      tower.add(order.get(i));
      if (ends[i] || i == n - 1) {
        towers.add(List.copyOf(tower));
        tower.clear();
      }
    }
    return towers;
  }

  /** There are C(n-1, k-1) n! / k! states of k towers. */
  private static int towerCount(int n, ItemRandom random) {
    double[] weights = new double[n + 1];
    double weight = 1;
    double sum = 0;
    for (int k = 1; k <= n; k++) {
      weights[k] = weight;
      sum += weight;
      weight = weight * (n - k) / ((double) k * (k + 1));
    }
    double left = random.nextDouble() * sum;
    for (int k = 1; k < n; k++) {
      left -= weights[k];
      if (left < 0) {
        return k;
      }
    }
    return n;
  }
}
