package org.ponens.generators.induction;

import java.util.List;
import org.ponens.generators.induction.example.Sampling;
import org.ponens.generators.task.Curriculum;

/**
 * The twenty levels, in four tiers of five. They are those of SLR-Bench (Helff et al. 2025, arXiv
 * 2506.15787, as far as its table is known: the sizes of levels 11 to 20 agree with the published
 * chart, the other figures are from memory): recipes for how large a task is. So a level's hardness
 * is its number and a share that grows with the space of rules; what was measured stands beside it.
 */
final class InductionLevels {

  static final int LEVELS = 20;

  /** The last level whose rules are conjunctions only. */
  static final int LAST_PLAIN = 5;

  /**
   * What tasks of a level are like.
   *
   * @param predicates to speak with, that of the parts among them
   * @param examples that are shown, half of them positive
   */
  record Recipe(
      int leastParts,
      int mostParts,
      int predicates,
      int examples,
      Sampling sampling,
      int leastLength,
      int mostLength) {

    /** How many facts there are, more or less. */
    double facts() {
      return examples * predicates * (leastParts + mostParts) / 2.0;
    }
  }

  private static final List<Recipe> RECIPES =
      List.of(
          new Recipe(1, 1, 5, 2, Sampling.MIRROR, 1, 1),
          new Recipe(1, 1, 5, 2, Sampling.MIRROR, 1, 2),
          new Recipe(1, 1, 5, 4, Sampling.MIRROR, 1, 2),
          new Recipe(2, 2, 5, 4, Sampling.MIRROR, 1, 2),
          new Recipe(2, 2, 5, 6, Sampling.MIRROR, 1, 2),
          new Recipe(2, 2, 5, 6, Sampling.UNIFORM, 1, 2),
          new Recipe(2, 2, 6, 6, Sampling.UNIFORM, 1, 2),
          new Recipe(2, 3, 6, 8, Sampling.UNIFORM, 1, 2),
          new Recipe(2, 3, 6, 10, Sampling.UNIFORM, 2, 3),
          new Recipe(2, 3, 7, 12, Sampling.UNIFORM, 2, 3),
          new Recipe(2, 4, 7, 14, Sampling.UNIFORM, 2, 4),
          new Recipe(2, 4, 9, 16, Sampling.UNIFORM, 3, 4),
          new Recipe(4, 6, 9, 18, Sampling.UNIFORM, 4, 5),
          new Recipe(4, 6, 9, 20, Sampling.UNIFORM, 4, 5),
          new Recipe(4, 6, 9, 22, Sampling.UNIFORM, 4, 5),
          new Recipe(5, 6, 10, 24, Sampling.UNIFORM, 5, 5),
          new Recipe(5, 6, 10, 26, Sampling.UNIFORM, 5, 5),
          new Recipe(5, 6, 12, 28, Sampling.UNIFORM, 5, 5),
          new Recipe(5, 6, 12, 30, Sampling.UNIFORM, 5, 5),
          new Recipe(5, 6, 12, 32, Sampling.UNIFORM, 5, 5));

  private static final Curriculum CURRICULUM;

  static {
    double[] bounds = new double[LEVELS + 1];
    for (int i = 0; i <= LEVELS; i++) {
      bounds[i] = i + 1.0;
    }
    bounds[0] = 0;
    bounds[LEVELS] = Double.POSITIVE_INFINITY;
    CURRICULUM = Curriculum.of(bounds);
  }

  private InductionLevels() {}

  static Curriculum curriculum() {
    return CURRICULUM;
  }

  static Recipe recipe(int level) {
    return RECIPES.get(level - 1);
  }

  /** The highest level whose tasks have no more facts and no longer rules than this. */
  static int nearest(double facts, int length) {
    int nearest = 1;
    for (int level = 1; level <= LEVELS; level++) {
      Recipe recipe = recipe(level);
      if (recipe.facts() <= facts && recipe.leastLength() <= length) {
        nearest = level;
      }
    }
    return nearest;
  }

  /**
   * The hardness of a task of a level.
   *
   * @param bits how large the space of rules is
   */
  static double hardness(int level, double bits) {
    double share = bits / (bits + 16);
    return Math.rint((level + Math.min(0.999, share)) * 1000) / 1000;
  }
}
