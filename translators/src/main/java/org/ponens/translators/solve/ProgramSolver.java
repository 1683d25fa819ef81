package org.ponens.translators.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.Language;
import org.ponens.grammar.Program;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Outcome;
import org.ponens.solvers.Reasoner;
import org.ponens.solvers.rules.World;
import org.ponens.translators.Question;
import org.ponens.translators.lint.GlossOrder;
import org.ponens.translators.lint.QueryPolarity;
import org.ponens.translators.lint.QuestionMood;

/**
 * Answers a question from a program that formalizes it: reads the program, compares it with the
 * English next to it, decides it, finds the option that follows, and says whether to trust it.
 * Immutable and thread-safe; never throws for any text.
 */
public final class ProgramSolver {

  private final Budget budget;

  /** A solver that gives each program this budget. */
  public ProgramSolver(Budget budget) {
    this.budget = budget;
  }

  /**
   * Solves a program of a language, or of whatever language it looks like.
   *
   * @param question what the program formalizes; {@link Question#none()} for a program alone
   */
  public Solution solve(Question question, Optional<Language> language, Source source) {
    long start = System.nanoTime();
    Optional<Language> known = language.or(() -> Language.detect(source.text()));
    if (known.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.error(
              SolveCode.UNKNOWN_LANGUAGE,
              source.span(0, source.lineEnd(1)),
              "the text looks like none of the languages: "
                  + String.join(", ", Language.labels())
                  + "; name one with --language");
      return Solutions.unreadable(source, List.of(unknown), since(start));
    }
    return guarded(source, start, () -> decide(question, known.get().parse(source)));
  }

  /** Solves a program that has been read. */
  public Solution solve(Question question, Parsed<? extends Program> parsed) {
    return guarded(parsed.source(), System.nanoTime(), () -> decide(question, parsed));
  }

  private Solution decide(Question question, Parsed<? extends Program> parsed) {
    if (parsed.value().isEmpty()) {
      return Solutions.unreadable(parsed.source(), parsed.diagnostics(), Duration.ZERO);
    }
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    Program program = withEnglish(parsed.value().get(), question, diagnostics);
    Outcome outcome = Reasoner.solve(program, world(question), budget);
    if (outcome instanceof Outcome.Options(var report, var remarks)) {
      diagnostics.addAll(remarks);
    }
    diagnostics.sort(Comparator.comparingInt(d -> d.span().start()));
    return Solutions.of(question, parsed.source(), program, outcome, diagnostics);
  }

  /** The program as the English next to it corrects it, by the documented rules of {@code lint}. */
  private static Program withEnglish(
      Program program, Question question, List<Diagnostic> diagnostics) {
    return switch (program) {
      case FolProblem problem ->
          corrected(QueryPolarity.correct(problem, question), problem, diagnostics);
      case RuleProgram rules ->
          corrected(QueryPolarity.correct(rules, question), rules, diagnostics);
      case CspProgram csp -> {
        diagnostics.addAll(GlossOrder.check(csp));
        yield csp;
      }
      case SatlmProgram satlm -> {
        QuestionMood.Read read = QuestionMood.read(satlm, question);
        diagnostics.addAll(read.warnings());
        yield read.program();
      }
    };
  }

  private static <P extends Program> P corrected(
      Optional<QueryPolarity.Corrected<P>> correction, P program, List<Diagnostic> diagnostics) {
    correction.ifPresent(c -> diagnostics.add(c.warning()));
    return correction.map(QueryPolarity.Corrected::program).orElse(program);
  }

  /**
   * A question that offers true and false but not unknown is asked in the closed world (Logic-LM's
   * reading of ProntoQA); every other in the open.
   */
  private static World world(Question question) {
    return question.letterOf("true").isPresent()
            && question.letterOf("false").isPresent()
            && question.options().size() == 2
        ? World.CLOSED
        : World.OPEN;
  }

  /**
   * A defect of ours in one program must not end a run over many: it becomes a solution that says
   * so. Stack overflows count, as depth bounds could fail.
   */
  private static Solution guarded(
      Source source, long start, java.util.function.Supplier<Solution> work) {
    try {
      return work.get().withElapsed(since(start));
    } catch (RuntimeException | AssertionError | StackOverflowError defect) {
      StackTraceElement[] trace = defect.getStackTrace();
      Diagnostic internal =
          Diagnostic.error(
              SolveCode.INTERNAL_ERROR,
              source.span(0, 0),
              "a defect of Ponens, please report it: "
                  + defect
                  + (trace.length == 0 ? "" : " at " + trace[0]));
      return Solutions.defect(source, List.of(internal), since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
