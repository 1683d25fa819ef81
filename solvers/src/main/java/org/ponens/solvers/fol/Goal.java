package org.ponens.solvers.fol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.fol.Formula;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.ground.GroundResult;
import org.ponens.solvers.fol.proof.Check;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.ProofChecker;

/**
 * One direction of a question: formulas that may or may not have a model, and what is known of it.
 */
final class Goal {

  private final List<Formula> formulas;
  private final List<InputClause> clauses;
  private final Signature signature;
  private @Nullable Structure model;
  private @Nullable Proof proof;
  private List<Integer> core = List.of();
  private boolean minimal;
  private boolean saturated;

  /**
   * @param formulas what a model must make true
   * @param clauses the same as clauses
   * @param signature the symbols of the problem
   */
  Goal(List<Formula> formulas, List<InputClause> clauses, Signature signature) {
    this.formulas = List.copyOf(formulas);
    this.clauses = List.copyOf(clauses);
    this.signature = signature;
  }

  List<InputClause> clauses() {
    return clauses;
  }

  Signature signature() {
    return signature;
  }

  /** Whether it is known if there is a model. */
  boolean isSettled() {
    return model != null || proof != null || saturated;
  }

  Optional<Structure> model() {
    return Optional.ofNullable(model);
  }

  Optional<Proof> proof() {
    return Optional.ofNullable(proof);
  }

  /** The statements from which the proof was made. */
  List<Integer> core() {
    return core;
  }

  boolean isCoreMinimal() {
    return minimal;
  }

  /** Whether a refutation is known not to exist, with or without a model. */
  boolean isSaturated() {
    return saturated;
  }

  /**
   * Takes a proof that the checker, which trusts no solver, verifies; leaves another alone, as if
   * it had not been found.
   */
  void refutedBy(Proof refutation, boolean coreIsMinimal) {
    if (!isKnown(refutation)
        && ProofChecker.check(refutation, clauses) instanceof Check.Invalid invalid) {
      assert false : "a proof that does not check: " + invalid + " of " + refutation;
      return;
    }
    proof = refutation;
    core = refutation.statementsUsed();
    minimal = coreIsMinimal;
  }

  @SuppressWarnings("ReferenceEquality") // the same object need not be checked again
  private boolean isKnown(Proof refutation) {
    return refutation == proof;
  }

  void saturate() {
    saturated = true;
  }

  /** Takes the first structure in which the original formulas are true, evaluated once more. */
  boolean satisfiedBy(GroundResult.Satisfiable found, Meter meter) {
    return accept(found.sparse(), meter)
        || (found.model() != found.sparse() && accept(found.model(), meter))
        || refused(meter);
  }

  boolean satisfiedBy(Structure found, Meter meter) {
    return accept(found, meter) || refused(meter);
  }

  private boolean refused(Meter meter) {
    assert meter.exhausted() : "a model of the clauses is a model of the formulas: " + formulas;
    return false;
  }

  private boolean accept(Structure found, Meter meter) {
    Structure candidate = restrict(found);
    for (Formula formula : formulas) {
      if (!candidate.satisfies(formula, meter).orElse(false)) {
        return false;
      }
    }
    model = candidate;
    return true;
  }

  /** The structure with the problem's symbols and no others. */
  private Structure restrict(Structure found) {
    return found.restrictedTo(signature);
  }

  /** The clauses of some statements. */
  List<InputClause> clausesOf(List<Integer> statements) {
    SequencedSet<Integer> chosen = new LinkedHashSet<>(statements);
    List<InputClause> some = new ArrayList<>();
    for (InputClause clause : clauses) {
      if (chosen.contains(clause.statement())) {
        some.add(clause);
      }
    }
    return some;
  }
}
