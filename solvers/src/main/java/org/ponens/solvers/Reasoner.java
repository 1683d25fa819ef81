package org.ponens.solvers;

import java.util.List;
import org.ponens.grammar.Program;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.solvers.csp.CspResult;
import org.ponens.solvers.csp.CspSolver;
import org.ponens.solvers.fol.Entailment;
import org.ponens.solvers.rules.RuleResult;
import org.ponens.solvers.rules.RuleSolver;
import org.ponens.solvers.rules.World;
import org.ponens.solvers.satlm.SatlmResult;
import org.ponens.solvers.satlm.SatlmSolver;

/**
 * Decides programs of every language, in the same process. Stateless and thread-safe: each call
 * makes its own solver.
 */
public final class Reasoner {

  private Reasoner() {}

  /** Decides a program, a rule program in the open world. */
  public static Outcome solve(Program program, Budget budget) {
    return solve(program, World.OPEN, budget);
  }

  /**
   * Decides a program.
   *
   * @param world what a rule program makes of what is not derived; other languages do not look at
   *     it
   */
  public static Outcome solve(Program program, World world, Budget budget) {
    return switch (program) {
      case FolProblem problem when problem.conclusion().isPresent() ->
          new Outcome.Entailment(Entailment.decide(problem, budget));
      case FolProblem problem ->
          new Outcome.Satisfiability(Entailment.satisfiability(problem, budget));
      case RuleProgram rules ->
          switch (RuleSolver.solve(rules, world, budget)) {
            case RuleResult.Decided(var answer) -> new Outcome.Query(answer);
            case RuleResult.Exhausted(var elapsed) -> new Outcome.OutOfBudget(elapsed);
          };
      case CspProgram csp ->
          switch (CspSolver.solve(csp, budget)) {
            case CspResult.Decided(var report) -> new Outcome.Options(report, List.of());
            case CspResult.Exhausted(var elapsed) -> new Outcome.OutOfBudget(elapsed);
          };
      case SatlmProgram satlm ->
          switch (SatlmSolver.solve(satlm, budget)) {
            case SatlmResult.Decided(var report, var remarks) ->
                new Outcome.Options(report, remarks);
            case SatlmResult.OutOfBudget(var elapsed, var reason) ->
                new Outcome.OutOfBudget(elapsed);
          };
    };
  }
}
