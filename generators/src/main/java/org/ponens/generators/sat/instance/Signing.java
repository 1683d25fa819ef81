package org.ponens.generators.sat.instance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.sat.problem.Expectation;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Gives a skeleton the signs of a wanted label. First by rejection: uniform signs, until the label
 * is right. That is exact, but collapses where the label is rare, so after a few attempts signs are
 * redrawn one constraint at a time towards the label:
 *
 * <ul>
 *   <li>unsatisfiable: while there is a model, a constraint is signed so that the model violates
 *       it, one that does little else of use against the models seen lately;
 *   <li>satisfiable: the constraints that a locally best valuation violates are signed anew so that
 *       it satisfies them.
 * </ul>
 *
 * <p>Each takes a bounded number of steps. All else that can be seen is the skeleton's, and the
 * same for both labels.
 */
final class Signing {

  private static final int REJECTIONS = 10;
  private static final int POOL = 24;
  private static final int CANDIDATES = 12;
  private static final long STEPS = 20_000;

  private final Skeleton skeleton;
  private final boolean clausesOnly;
  private final int minViolations;
  private final ItemRandom random;

  /** For all of it: large formulas are given up rather than waited for. */
  private final Meter meter = meter();

  Signing(Skeleton skeleton, boolean clausesOnly, int minViolations, ItemRandom random) {
    this.skeleton = skeleton;
    this.clausesOnly = clausesOnly;
    this.minViolations = minViolations;
    this.random = random;
  }

  static Meter meter() {
    return new Budget(Duration.ofDays(1), STEPS).start();
  }

  /** Formulas of this skeleton, of which one is satisfiable; null where not asked for. */
  record Pair(@Nullable Cnf satisfiable, @Nullable Cnf unsatisfiable) {}

  /**
   * Signs for the labels asked for; empty if one of them was not found.
   *
   * @param planted a model to keep from the beginning; null for none
   */
  Optional<Pair> find(boolean satisfiable, boolean unsatisfiable, int @Nullable [] planted) {
    Cnf sat = null;
    Cnf unsat = null;
    int[] last = planted;
    if (planted != null) {
      sat = skeleton.formula(planted, clausesOnly);
    }
    for (int i = 0; i < REJECTIONS && planted == null; i++) {
      if ((sat != null || !satisfiable) && (unsat != null || !unsatisfiable)) {
        break;
      }
      last = skeleton.signs(random);
      Cnf drawn = skeleton.formula(last, clausesOnly);
      switch (Satisfiability.solve(drawn, meter)) {
        case SatResult.Satisfiable s -> sat = sat == null ? drawn : sat;
        case SatResult.Unsatisfiable u -> {
          if (unsat == null && (minViolations <= 1 || guide(last).reached())) {
            unsat = drawn;
          }
        }
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    if (sat == null && satisfiable) {
      sat = towardsSatisfiable(last.clone());
    }
    if (unsat == null && unsatisfiable && !isHopeless(last)) {
      unsat = towardsUnsatisfiable(last.clone());
    }
    if ((sat == null && satisfiable) || (unsat == null && unsatisfiable)) {
      return Optional.empty();
    }
    return Optional.of(new Pair(sat, unsat));
  }

  /** Some valuation violates no more than the average, whatever the signs are. */
  private boolean isHopeless(int[] signs) {
    return Expectation.violations(skeleton.formula(signs, clausesOnly)) < minViolations;
  }

  /** A valuation that violates too few constraints, or why there is none. */
  private record Guide(boolean reached, @Nullable BitSet model) {}

  private Guide guide(int[] signs) {
    Cnf cnf = skeleton.formula(signs, clausesOnly);
    if (minViolations <= 1) {
      return switch (Satisfiability.solve(cnf, meter)) {
        case SatResult.Satisfiable s -> new Guide(false, s.model().trueVariables());
        case SatResult.Unsatisfiable u -> new Guide(true, null);
        case SatResult.Exhausted e -> new Guide(false, null);
      };
    }
    Optional<MaxSat.Optimum> best = MaxSat.solve(cnf, meter);
    if (best.isEmpty()) {
      return new Guide(false, null);
    }
    return best.get().violations() >= minViolations
        ? new Guide(true, null)
        : new Guide(false, best.get().trueVariables());
  }

  private @Nullable Cnf towardsUnsatisfiable(int[] signs) {
    List<BitSet> pool = new ArrayList<>();
    int[] violations = new int[POOL];
    int steps = Math.min(300, 40 + 6 * skeleton.size());
    for (int step = 0; step < steps; step++) {
      Guide guide = guide(signs);
      BitSet model = guide.model();
      if (model == null) {
        return guide.reached() ? skeleton.formula(signs, clausesOnly) : null;
      }
      if (pool.size() < POOL) {
        pool.add(model);
      } else {
        pool.set(step % POOL, model);
      }
      for (int p = 0; p < pool.size(); p++) {
        violations[p] = skeleton.violations(signs, pool.get(p));
      }
      int best = -1;
      int bestSigns = 0;
      int bestScore = Integer.MIN_VALUE;
      for (int i = 0; i < CANDIDATES; i++) {
        int position = random.nextInt(skeleton.size());
        if (!skeleton.slot(position).holds(signs[position], model)) {
          continue;
        }
        int against = skeleton.signs(position, false, model, signs, random);
        int score = against < 0 ? bestScore : score(position, signs, against, pool, violations);
        if (against >= 0 && score > bestScore) {
          best = position;
          bestSigns = against;
          bestScore = score;
        }
      }
      if (best >= 0) {
        signs[best] = bestSigns;
      }
    }
    return null;
  }

  /** How many more of these valuations would violate enough constraints. */
  private int score(int position, int[] signs, int other, List<BitSet> pool, int[] violations) {
    Skeleton.Slot slot = skeleton.slot(position);
    int score = 0;
    for (int p = 0; p < pool.size(); p++) {
      boolean held = slot.holds(signs[position], pool.get(p));
      boolean holds = slot.holds(other, pool.get(p));
      if (held && !holds && violations[p] < minViolations) {
        score++;
      } else if (!held && holds && violations[p] <= minViolations) {
        score--;
      }
    }
    return score;
  }

  private @Nullable Cnf towardsSatisfiable(int[] signs) {
    BitSet model = new BitSet();
    for (int variable = 1; variable <= skeleton.variables(); variable++) {
      model.set(variable, random.nextBoolean());
    }
    int violations = skeleton.violations(signs, model);
    for (int i = 0; i < 3 * skeleton.variables() && violations > 0; i++) {
      int variable = 1 + random.nextInt(skeleton.variables());
      model.flip(variable);
      int flipped = skeleton.violations(signs, model);
      if (flipped > violations) {
        model.flip(variable);
      } else {
        violations = flipped;
      }
    }
    for (int i = 0; i < signs.length; i++) {
      if (!skeleton.slot(i).holds(signs[i], model)) {
        signs[i] = skeleton.signs(i, true, model, signs, random);
        if (signs[i] < 0) {
          return null;
        }
      }
    }
    return skeleton.formula(signs, clausesOnly);
  }
}
