package org.ponens.translators.verbalize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ponens.grammar.Program;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.solvers.Outcome;
import org.ponens.solvers.fol.Satisfiability;
import org.ponens.solvers.fol.Verdict;
import org.ponens.translators.solve.Solution;

/**
 * The evidence for an answer, in words.
 *
 * @param kind {@code proof}, {@code countermodels}, {@code contradiction}, {@code derivation},
 *     {@code options} or {@code none}
 * @param statements the English (or, without it, the names) of the statements that it rests on
 * @param text the evidence itself, in lines
 */
public record Evidence(String kind, List<String> statements, String text) {

  public Evidence {
    statements = List.copyOf(statements);
  }

  /** The evidence that a solution carries; empty where no solver came to an end. */
  public static Optional<Evidence> of(Solution solution) {
    if (solution.program().isEmpty() || solution.outcome().isEmpty()) {
      return Optional.empty();
    }
    Program program = solution.program().get();
    return switch (solution.outcome().get()) {
      case Outcome.Entailment(var verdict) -> Optional.of(of((FolProblem) program, verdict));
      case Outcome.Satisfiability(var answer) -> Optional.of(of((FolProblem) program, answer));
      case Outcome.Query(var answer) -> {
        RuleText text = new RuleText((RuleProgram) program);
        List<String> statements =
            Stream.concat(answer.proof().stream(), answer.refutation().stream())
                .flatMap(proof -> text.statements(proof).stream())
                .distinct()
                .toList();
        yield Optional.of(
            new Evidence(
                statements.isEmpty() ? "none" : "derivation", statements, text.of(answer)));
      }
      case Outcome.Options(var report, var remarks) ->
          Optional.of(
              new Evidence("options", List.of(), OptionText.of(report, constraints(program))));
      case Outcome.OutOfBudget o -> Optional.empty();
    };
  }

  private static Evidence of(FolProblem problem, Verdict verdict) {
    VerdictText text = new VerdictText(problem);
    return switch (verdict) {
      case Verdict.Entailed(var proof, var support) ->
          new Evidence("proof", text.statements(support.premises()), text.of(verdict));
      case Verdict.Refuted(var proof, var support) ->
          new Evidence("proof", text.statements(support.premises()), text.of(verdict));
      case Verdict.Independent i -> new Evidence("countermodels", List.of(), text.of(verdict));
      case Verdict.InconsistentPremises(var core, var minimal, var proof) ->
          new Evidence("contradiction", text.statements(core), text.of(verdict));
      case Verdict.Undecided u -> new Evidence("none", List.of(), text.of(verdict));
    };
  }

  private static Evidence of(FolProblem problem, Satisfiability answer) {
    VerdictText text = new VerdictText(problem);
    return switch (answer) {
      case Satisfiability.Satisfiable s -> new Evidence("model", List.of(), text.of(answer));
      case Satisfiability.Unsatisfiable(var core, var minimal, var proof) ->
          new Evidence("contradiction", text.statements(core), text.of(answer));
      case Satisfiability.Undecided u -> new Evidence("none", List.of(), text.of(answer));
    };
  }

  private static List<String> constraints(Program program) {
    return switch (program) {
      case CspProgram csp ->
          csp.constraints().stream()
              .map(c -> c.gloss().orElseGet(() -> c.condition().print()))
              .toList();
      case SatlmProgram satlm ->
          satlm.constraints().stream()
              .map(c -> c.gloss().orElseGet(() -> c.formula().print()))
              .toList();
      case FolProblem f -> List.of();
      case RuleProgram r -> List.of();
    };
  }
}
