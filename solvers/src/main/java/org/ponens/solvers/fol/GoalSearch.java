package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.finite.FiniteModels;
import org.ponens.solvers.fol.proof.Proof;

/** The searches for a refutation and for a finite model of the same clauses, by turns. */
final class GoalSearch {

  /** A conflict takes about so much less time than a given clause. */
  private static final int CONFLICTS_PER_STEP = 8;

  private final Refuter refuter;
  private final FiniteModels models;
  private boolean saturated;
  private Optional<Proof> proof = Optional.empty();
  private Optional<Structure> model = Optional.empty();

  /**
   * @param goal the statement that inferences should descend from; -1 where there is none
   */
  GoalSearch(List<InputClause> clauses, int goal) {
    refuter = new RotatingSaturation(clauses, goal);
    models = FiniteModels.of(clauses);
  }

  /** Gives each search a slice of so many steps, and counts them. */
  void run(int steps, Meter whole) {
    if (!saturated && !whole.exhausted()) {
      Meter slice = slice(steps, whole);
      switch (refuter.run(slice)) {
        case Refuter.Result.Refutation(var found) -> proof = Optional.of(found);
        case Refuter.Result.Saturated s -> saturated = true;
        case Refuter.Result.Unfinished u -> {}
      }
      count(slice, whole);
    }
    if (proof.isEmpty() && !models.hasEnded() && !whole.exhausted()) {
      Meter slice = slice(steps * CONFLICTS_PER_STEP, whole);
      model = models.run(slice, whole);
      count(slice, whole);
    }
  }

  /** Steps rather than time, so that the same question has the same answer. */
  private static Meter slice(int steps, Meter whole) {
    Duration longest = Duration.ofMillis(50 + steps);
    Duration left = whole.remaining();
    Duration time = longest.compareTo(left) < 0 ? longest : left;
    return new Budget(time.isZero() ? Duration.ofNanos(1) : time, steps).start();
  }

  private static void count(Meter slice, Meter whole) {
    for (long i = slice.steps(); i > 0 && whole.step(); i--) {}
  }

  Optional<Proof> proof() {
    return proof;
  }

  /** A model of the clauses. */
  Optional<Structure> model() {
    return model;
  }

  /** Whether no refutation exists. */
  boolean isSaturated() {
    return saturated;
  }

  /** Whether another slice could bring something. */
  boolean canGoOn() {
    return !models.hasEnded() || !saturated;
  }
}
