package org.ponens.translators.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.grammar.Program;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.Outcome;
import org.ponens.solvers.fol.Satisfiability;
import org.ponens.solvers.fol.Verdict;
import org.ponens.solvers.rules.RuleAnswer;
import org.ponens.translators.Question;

/** Makes solutions of outcomes: finds the option that follows, and the doubts. */
final class Solutions {

  private static final String[] UNKNOWN_WORDS = {"unknown", "uncertain", "undetermined", "neither"};

  private Solutions() {}

  static Solution unreadable(Source source, List<Diagnostic> diagnostics, Duration elapsed) {
    return new Solution(
        Status.UNREADABLE,
        Optional.empty(),
        "unreadable",
        List.of("the program, or what it asks, could not be read"),
        source,
        Optional.empty(),
        Optional.empty(),
        diagnostics,
        elapsed);
  }

  static Solution defect(Source source, List<Diagnostic> diagnostics, Duration elapsed) {
    return new Solution(
        Status.INTERNAL_ERROR,
        Optional.empty(),
        "internal_error",
        List.of("a defect of Ponens"),
        source,
        Optional.empty(),
        Optional.empty(),
        diagnostics,
        elapsed);
  }

  static Solution of(
      Question question,
      Source source,
      Program program,
      Outcome outcome,
      List<Diagnostic> diagnostics) {
    Conclusion conclusion =
        switch (outcome) {
          case Outcome.Entailment(var verdict) -> of(question, verdict);
          case Outcome.Satisfiability(var answer) -> of(answer);
          case Outcome.Query(var answer) -> of(question, answer);
          case Outcome.Options(var report, var remarks) -> of(question, report);
          case Outcome.OutOfBudget o ->
              Conclusion.none(Status.OVER_BUDGET, "over_budget", "the budget was spent");
        };
    List<String> doubts = new ArrayList<>(conclusion.doubts());
    doubts.addAll(doubts(diagnostics));
    return new Solution(
        conclusion.status(),
        conclusion.answer(),
        conclusion.verdict(),
        doubts,
        source,
        Optional.of(program),
        Optional.of(outcome),
        diagnostics,
        Duration.ZERO);
  }

  private record Conclusion(
      Status status, Optional<String> answer, String verdict, List<String> doubts) {

    static Conclusion none(Status status, String verdict, String doubt) {
      return new Conclusion(status, Optional.empty(), verdict, List.of(doubt));
    }

    /**
     * Decided; the answer is the option with one of these words, where the question has options.
     */
    static Conclusion decided(
        Question question, String verdict, List<String> doubts, String... words) {
      Optional<String> letter = question.letterOf(words);
      if (letter.isEmpty() && !question.options().isEmpty()) {
        return none(Status.NO_UNIQUE_OPTION, verdict, "no option says " + words[0]);
      }
      return new Conclusion(Status.ANSWERED, letter, verdict, doubts);
    }
  }

  private static Conclusion of(Question question, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Entailed(var proof, var support) ->
          Conclusion.decided(question, "entailed", unshown(support), "true");
      case Verdict.Refuted(var proof, var support) ->
          Conclusion.decided(question, "refuted", unshown(support), "false");
      case Verdict.Independent i ->
          Conclusion.decided(question, "independent", List.of(), UNKNOWN_WORDS);
      case Verdict.InconsistentPremises i ->
          Conclusion.none(
              Status.INCONSISTENT, "inconsistent_premises", "the premises contradict each other");
      case Verdict.Undecided undecided ->
          Conclusion.none(
              Status.OVER_BUDGET,
              undecided.conclusionFalse().isPresent() ? "not_entailed" : "undecided",
              "not decided: "
                  + undecided.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    };
  }

  private static List<String> unshown(Verdict.Support support) {
    return support.consistency().isPresent()
        ? List.of()
        : List.of("the premises were not shown to be consistent");
  }

  private static Conclusion of(Satisfiability answer) {
    return switch (answer) {
      case Satisfiability.Satisfiable s ->
          new Conclusion(Status.ANSWERED, Optional.empty(), "satisfiable", List.of());
      case Satisfiability.Unsatisfiable u ->
          new Conclusion(Status.ANSWERED, Optional.empty(), "unsatisfiable", List.of());
      case Satisfiability.Undecided(var reason, var elapsed) ->
          Conclusion.none(Status.OVER_BUDGET, "undecided", "not decided");
    };
  }

  private static Conclusion of(Question question, RuleAnswer answer) {
    List<String> doubts =
        answer.conflicts().isEmpty()
            ? List.of()
            : List.of("the program derives contradictory literals");
    return switch (answer.truth()) {
      case TRUE -> Conclusion.decided(question, "true", doubts, "true");
      case FALSE -> Conclusion.decided(question, "false", doubts, "false");
      case UNKNOWN -> Conclusion.decided(question, "unknown", doubts, UNKNOWN_WORDS);
      case CONFLICT ->
          Conclusion.none(
              Status.INCONSISTENT, "conflict", "the query and its complement are both derived");
    };
  }

  private static Conclusion of(Question question, OptionReport report) {
    if (report.premises() instanceof OptionReport.Premises.Inconsistent) {
      return Conclusion.none(
          Status.INCONSISTENT, "inconsistent_premises", "the constraints contradict each other");
    }
    List<OptionReport.Option> selected = report.selected();
    if (selected.size() != 1) {
      return Conclusion.none(
          Status.NO_UNIQUE_OPTION,
          selected.isEmpty() ? "no_option" : "several_options",
          selected.isEmpty() ? "no option follows" : selected.size() + " options follow");
    }
    List<String> doubts = new ArrayList<>();
    if (report.options().stream().anyMatch(o -> o.modality() == OptionReport.Modality.UNDECIDED)) {
      doubts.add("an option was not decided");
    }
    if (!question.options().isEmpty() && question.options().size() != report.options().size()) {
      doubts.add(
          "the program has "
              + report.options().size()
              + " options, the question "
              + question.options().size());
    }
    return new Conclusion(
        Status.ANSWERED, Optional.of(selected.getFirst().label()), "unique_option", doubts);
  }

  /** What was dropped and what lints say, each kind once. */
  private static List<String> doubts(List<Diagnostic> diagnostics) {
    List<String> doubts = new ArrayList<>();
    long dropped = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    if (dropped > 0) {
      doubts.add(
          dropped == 1 ? "something could not be read" : dropped + " things could not be read");
    }
    diagnostics.stream()
        .filter(d -> d.severity() == Severity.WARNING)
        .map(d -> "line " + d.span().line() + ": " + d.message())
        .distinct()
        .forEach(doubts::add);
    return doubts;
  }
}
