package org.ponens.generators.sat;

import java.util.EnumMap;
import java.util.Map;
import org.ponens.generators.sat.problem.Measures;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.ItemRandom;

/**
 * The twenty levels of each problem: bands of {@link Measures#hardness} of equal width. A level
 * aims at a number of variables, from three for the first in equal ratios up to the problem's most
 * for the last; a formula that misses the band is turned down, so the sizes decide how many drafts
 * a level takes and not what it is. {@code benchmarks/results/sat-levels.md} has the quantiles.
 */
final class SatLevels {

  static final int LEVELS = 20;

  private static final int LEAST_VARIABLES = 3;

  /**
   * What the levels of a problem span.
   *
   * @param easiest where the first band would begin, about the median of three variables
   * @param hardest where the last band would end, about the median of the most variables
   * @param most how many variables the last level aims at
   */
  private record Span(double easiest, double hardest, int most) {}

  private static final Map<Problem, Curriculum> CURRICULA = new EnumMap<>(Problem.class);

  static {
    for (Problem problem : Problem.values()) {
      Span span = span(problem);
      double[] bounds = new double[LEVELS + 1];
      for (int i = 0; i <= LEVELS; i++) {
        double bound = span.easiest + (span.hardest - span.easiest) * i / LEVELS;
        bounds[i] = Math.rint(bound * 100) / 100;
      }
      bounds[0] = 0;
      bounds[LEVELS] = Double.POSITIVE_INFINITY;
      CURRICULA.put(problem, Curriculum.of(bounds));
    }
  }

  private SatLevels() {}

  private static Span span(Problem problem) {
    return switch (problem) {
      case DECISION, CERTIFICATE -> new Span(2.4, 8, 60);
      case ASSIGNMENT -> new Span(2, 6.4, 65);
      case MAXSAT -> new Span(3.6, 10, 50);
      case MCS -> new Span(4, 8.2, 36);
      case MUS -> new Span(5.2, 13, 50);
      case REFUTATION -> new Span(5.2, 14, 32);
      case COUNT -> new Span(3.5, 15.5, 30);
      case COUNT_MODULO -> new Span(4.7, 15.5, 30);
      case BACKBONE -> new Span(3.5, 11.6, 50);
      case EQUIVALENCE -> new Span(4.8, 13, 45);
      case MINIMAL_MODEL -> new Span(2.8, 10.6, 60);
      case FIRST_MODEL -> new Span(3.5, 12, 60);
    };
  }

  /** The levels of a problem. */
  static Curriculum curriculum(Problem problem) {
    Curriculum curriculum = CURRICULA.get(problem);
    if (curriculum == null) {
      throw new AssertionError("every problem has levels");
    }
    return curriculum;
  }

  /** How many variables a level aims at. */
  static double aim(Problem problem, int level) {
    double ratio = span(problem).most / (double) LEAST_VARIABLES;
    return LEAST_VARIABLES * StrictMath.pow(ratio, (level - 1) / (LEVELS - 1.0));
  }

  /** How many variables to draw. */
  static int variables(Problem problem, int level, ItemRandom random) {
    double aim = aim(problem, level);
    int least = Math.max(LEAST_VARIABLES, (int) (0.75 * aim));
    return random.between(least, Math.max(least, (int) Math.ceil(1.3 * aim)));
  }
}
