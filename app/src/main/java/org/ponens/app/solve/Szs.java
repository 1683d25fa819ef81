package org.ponens.app.solve;

import java.util.Optional;
import org.ponens.solvers.Outcome;
import org.ponens.solvers.fol.Satisfiability;
import org.ponens.solvers.fol.Verdict;
import org.ponens.translators.solve.Solution;

/** SZS status words (Sutcliffe, "The SZS Ontologies for Automated Reasoning Software", 2008). */
final class Szs {

  private Szs() {}

  /** The status of a first-order problem's solution; empty for other languages. */
  static Optional<String> status(Solution solution) {
    return solution
        .outcome()
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Outcome.Entailment(var verdict) -> Optional.of(status(verdict));
                  case Outcome.Satisfiability(var answer) -> Optional.of(status(answer));
                  case Outcome.Query q -> Optional.empty();
                  case Outcome.Options o -> Optional.empty();
                  case Outcome.OutOfBudget o -> Optional.empty();
                });
  }

  private static String status(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Entailed e -> "Theorem";
      // Of contradictory premises nobody may say that they do not entail something.
      case Verdict.Refuted(var proof, var support) ->
          support.consistency().isPresent() ? "CounterSatisfiable" : "Timeout";
      case Verdict.Independent i -> "CounterSatisfiable";
      case Verdict.InconsistentPremises i -> "ContradictoryAxioms";
      case Verdict.Undecided undecided ->
          undecided.conclusionFalse().isPresent()
              ? "CounterSatisfiable"
              : unsolved(undecided.reason());
    };
  }

  private static String status(Satisfiability answer) {
    return switch (answer) {
      case Satisfiability.Satisfiable s -> "Satisfiable";
      case Satisfiability.Unsatisfiable u -> "Unsatisfiable";
      case Satisfiability.Undecided(var reason, var elapsed) -> unsolved(reason);
    };
  }

  private static String unsolved(Verdict.Reason reason) {
    return switch (reason) {
      case OUT_OF_BUDGET -> "Timeout";
      case TOO_LARGE -> "ResourceOut";
      case NO_FINITE_MODEL -> "GaveUp";
    };
  }
}
