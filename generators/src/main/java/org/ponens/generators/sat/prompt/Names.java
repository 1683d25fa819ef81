package org.ponens.generators.sat.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ponens.generators.task.ItemRandom;

/**
 * Names for as many as there are: single words while they last, then pairs of words, then pairs
 * with numbers. All names of a list have as many words, and no two are the same, so that none can
 * be taken for the beginning of another.
 */
final class Names {

  private Names() {}

  /**
   * Names drawn at random.
   *
   * @param first words that stand alone, and first in pairs if {@code leading}
   * @param second the other word of a pair
   */
  static List<String> draw(
      int count, List<String> first, List<String> second, boolean leading, ItemRandom random) {
    int pairs = first.size() * second.size();
    int[] drawn = count <= first.size() ? sample(first.size(), count, random) : new int[0];
    List<String> names = new ArrayList<>(count);
    if (drawn.length > 0 || count == 0) {
      for (int index : drawn) {
        names.add(first.get(index));
      }
      return names;
    }
    int rounds = (count + pairs - 1) / pairs;
    for (int index : sample(rounds * pairs, count, random)) {
      String one = first.get(index % first.size());
      String other = second.get(index / first.size() % second.size());
      String pair = leading ? one + ' ' + other : other + ' ' + one;
      names.add(rounds == 1 ? pair : pair + ' ' + (index / pairs + 1));
    }
    return names;
  }

  /** So many of the numbers from 0, in random order. */
  private static int[] sample(int from, int count, ItemRandom random) {
    int[] all = random.permutation(from);
    return Arrays.copyOf(all, count);
  }
}
