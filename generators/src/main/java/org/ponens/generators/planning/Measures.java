package org.ponens.generators.planning;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.solution.Run;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.TransitionSystem;

/**
 * How hard a question about a world is, as far as solvers can tell.
 *
 * @param values by name: {@code optimal_length} of the plan that the question is about; {@code
 *     expansions}, the states that finding it took; {@code branching}, how many actions can be done
 *     on average along the way; {@code changes}, how many facts change in all; {@code steps} that
 *     are shown; {@code objects}, {@code facts} that may change and {@code actions} of the instance
 * @param hardness for plans and goals, the bits of blind search: the length of a shortest plan
 *     times log2(1 + branching); for a plan to check, that of the plan before it was spoilt, so
 *     that a level tells nothing of the answer; for states, the number of changes; for
 *     reachability, log2(facts · actions · (1 + choices at first)), which no search is needed for,
 *     so that what can and what can't be reached is measured alike
 */
record Measures(SortedMap<String, Double> values, double hardness) {

  private static final double LOG_2 = StrictMath.log(2);

  /**
   * Measures.
   *
   * @param run of the shortest plan, or of the actions shown
   * @param expansions 0 where nothing was looked for
   */
  static Measures of(
      Kind kind, Scene scene, TransitionSystem system, Run run, int shown, long expansions) {
    SortedMap<String, Double> values = new TreeMap<>();
    int length = run.states().size() - 1;
    boolean walked = kind == Kind.STATE || kind == Kind.TRACE;
    if (!walked && length > 0) {
      values.put("optimal_length", (double) length);
    }
    if (!walked) {
      values.put("expansions", (double) expansions);
    }
    if (kind.showsSteps()) {
      values.put("steps", (double) shown);
    }
    if (length > 0) {
      values.put("branching", rounded(run.branching()));
      values.put("changes", (double) run.changes());
    }
    values.put("objects", (double) scene.objects().size());
    values.put("facts", (double) system.factCount());
    values.put("actions", (double) system.transitions().size());
    double hardness =
        switch (kind) {
          case PLAN, OPTIMAL, VERIFY, RECOGNISE -> length * log2(1 + run.branching());
          case STATE, TRACE -> run.changes();
          case REACHABLE -> reachability(system);
        };
    return new Measures(values, rounded(hardness));
  }

  /** How hard it is to tell what can be reached. */
  static double reachability(TransitionSystem system) {
    double choices = 1.0 + system.applicable(system.initial()).size();
    return rounded(
        log2(Math.max(1.0, system.factCount()) * (1 + system.transitions().size()) * choices));
  }

  private static double log2(double value) {
    return StrictMath.log(value) / LOG_2;
  }

  /** To four places. */
  private static double rounded(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
