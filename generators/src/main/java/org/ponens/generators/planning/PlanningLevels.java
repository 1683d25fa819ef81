package org.ponens.generators.planning;

import java.util.EnumMap;
import java.util.Map;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.ItemRandom;

/**
 * The twenty levels of each kind of question: bands of {@link Measures#hardness} of equal width. A
 * level aims at a size, from a world's least for the first to its most for the last; what misses
 * the band is turned down.
 */
final class PlanningLevels {

  static final int LEVELS = 20;

  /** Where the first band would begin and where the last one would end. */
  private record Span(double easiest, double hardest) {}

  private static final Map<Kind, Curriculum> CURRICULA = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : Kind.values()) {
      Span span = span(kind);
      double[] bounds = new double[LEVELS + 1];
      for (int i = 0; i <= LEVELS; i++) {
        double bound = span.easiest + (span.hardest - span.easiest) * i / LEVELS;
        bounds[i] = Math.rint(bound * 100) / 100;
      }
      bounds[0] = 0;
      bounds[LEVELS] = Double.POSITIVE_INFINITY;
      CURRICULA.put(kind, Curriculum.of(bounds));
    }
  }

  private PlanningLevels() {}

  private static Span span(Kind kind) {
    return switch (kind) {
      case PLAN, OPTIMAL, VERIFY -> new Span(5, 45);
      case STATE, TRACE -> new Span(3, 60);
      case REACHABLE -> new Span(10.6, 14.6);
      case RECOGNISE -> new Span(8, 40);
    };
  }

  /** The levels of a kind. */
  static Curriculum curriculum(Kind kind) {
    Curriculum curriculum = CURRICULA.get(kind);
    if (curriculum == null) {
      throw new AssertionError("every kind has levels");
    }
    return curriculum;
  }

  /** Which size to draw. */
  static int size(Kind kind, World world, int level, ItemRandom random) {
    double share = (level - 1) / (LEVELS - 1.0);
    // To show that nothing leads somewhere, all states are looked at.
    double largest = kind == Kind.REACHABLE ? 0.7 * world.most() : world.most();
    double aim = world.least() + share * (largest - world.least());
    int least = Math.max(world.least(), (int) Math.floor(0.7 * aim));
    int most = Math.min((int) Math.ceil(largest), (int) Math.ceil(1.25 * aim));
    return random.between(least, Math.max(least, most));
  }

  /** How many actions to walk. */
  static int steps(int level, ItemRandom random) {
    return random.between(1 + level / 3, 3 + 2 * level);
  }
}
