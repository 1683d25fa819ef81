package org.ponens.solvers.fol;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Statement;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.Clausification;
import org.ponens.solvers.fol.clause.Clausifier;

/**
 * Decides first-order entailment with equality, in both directions at once.
 *
 * <p>Problems without functions after Skolemisation (the Bernays-Schönfinkel class, nearly all that
 * are translated from plain English) are decided by grounding and SAT: there a verdict is certain
 * given time. Others are searched for proofs and finite models by turns; the question is
 * undecidable, so a search may end with the budget. The same steps give the same verdict.
 * Stateless, for any number of threads.
 */
public final class Entailment {

  private Entailment() {}

  /**
   * Whether the premises of a problem entail its conclusion.
   *
   * @throws IllegalArgumentException if the problem has no conclusion; see {@link #satisfiability}
   */
  public static Verdict decide(FolProblem problem, Budget budget) {
    Statement conclusion =
        problem
            .conclusion()
            .orElseThrow(() -> new IllegalArgumentException("a problem without a conclusion"));
    return decide(formulas(problem), conclusion.formula(), budget);
  }

  /** Whether the premises entail the conclusion. Free variables are closed universally. */
  public static Verdict decide(List<Formula> premises, Formula conclusion, Budget budget) {
    Meter meter = budget.start();
    Optional<Clausification> clauses =
        Clausifier.clausify(premises, Optional.of(conclusion), meter);
    return clauses.isEmpty()
        ? new Verdict.Undecided(
            tooLarge(meter), Optional.empty(), Optional.empty(), meter.elapsed())
        : new Question(premises, Optional.of(conclusion), clauses.get(), meter).verdict();
  }

  /** Whether the premises of a problem have a model; its conclusion is disregarded. */
  public static Satisfiability satisfiability(FolProblem problem, Budget budget) {
    return satisfiability(formulas(problem), budget);
  }

  /** Whether the formulas have a model. Free variables are closed universally. */
  public static Satisfiability satisfiability(List<Formula> formulas, Budget budget) {
    Meter meter = budget.start();
    Optional<Clausification> clauses = Clausifier.clausify(formulas, Optional.empty(), meter);
    return clauses.isEmpty()
        ? new Satisfiability.Undecided(tooLarge(meter), meter.elapsed())
        : new Question(formulas, Optional.empty(), clauses.get(), meter).satisfiability();
  }

  private static List<Formula> formulas(FolProblem problem) {
    return problem.premises().stream().map(Statement::formula).toList();
  }

  private static Verdict.Reason tooLarge(Meter meter) {
    return meter.exhausted() ? Verdict.Reason.OUT_OF_BUDGET : Verdict.Reason.TOO_LARGE;
  }
}
