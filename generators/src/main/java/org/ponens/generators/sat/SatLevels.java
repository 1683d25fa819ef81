package org.ponens.generators.sat;

import org.ponens.generators.sat.problem.Measures;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.ItemRandom;

/**
 * The twenty levels: bands of {@link Measures#hardness}, and for each problem how many variables
 * aim at one. A formula that misses its band is turned down, so these sizes decide how many drafts
 * a level takes and not what it is.
 */
final class SatLevels {

  /** Each level is two thirds of a doubling of the solver's work. */
  static final Curriculum CURRICULUM =
      Curriculum.of(
          3, 4, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 14, 20);

  private SatLevels() {}

  /** How many variables to draw. */
  static int variables(Problem problem, int level, ItemRandom random) {
    return random.between(3, 3 + level);
  }
}
