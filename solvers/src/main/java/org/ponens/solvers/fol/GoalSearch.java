package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.finite.FiniteModels;
import org.ponens.solvers.fol.proof.Proof;

/** The searches for a refutation and for a finite model of the same clauses, by turns. */
final class GoalSearch {

  private final Optional<Refuter> refuter;
  private final FiniteModels models;
  private boolean saturated;
  private Optional<Proof> proof = Optional.empty();
  private Optional<Structure> model = Optional.empty();

  /**
   * @param goal the statement that inferences should descend from; -1 where there is none
   */
  GoalSearch(List<InputClause> clauses, int goal) {
    refuter = Refuters.of(clauses, goal);
    models = FiniteModels.of(clauses);
  }

  /** Gives each search a slice. */
  void run(Duration time, Meter whole) {
    if (!saturated && refuter.isPresent()) {
      switch (refuter.get().run(whole.slice(time))) {
        case Refuter.Result.Refutation(var found) -> proof = Optional.of(found);
        case Refuter.Result.Saturated s -> saturated = true;
        case Refuter.Result.Unfinished u -> {}
      }
    }
    if (proof.isEmpty() && !models.hasEnded()) {
      model = models.run(whole.slice(time), whole);
    }
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
    return !models.hasEnded() || (!saturated && refuter.isPresent());
  }
}
