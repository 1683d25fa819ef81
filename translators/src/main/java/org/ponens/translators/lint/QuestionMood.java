package org.ponens.translators.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.satlm.Query;
import org.ponens.grammar.satlm.SatlmOption;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.translators.Question;
import org.ponens.translators.english.QuestionForm;

/**
 * Compares what a many-sorted program asks of its options ({@code is_valid}, {@code is_sat}, ...)
 * with what the question asks (must, could, cannot, EXCEPT).
 *
 * <p>A bare option, which says nothing of it, is read as the question's wording says; a warning
 * tells. A disagreement is only warned of.
 */
public final class QuestionMood {

  private QuestionMood() {}

  /** A program as the question's wording completes it, and what is to be said of it. */
  public record Read(SatlmProgram program, List<Diagnostic> warnings) {}

  /** Completes bare options and looks for disagreement. */
  public static Read read(SatlmProgram program, Question question) {
    Optional<QuestionForm> asked =
        QuestionForm.of(question.text()).or(() -> program.question().flatMap(QuestionForm::of));
    List<Diagnostic> warnings = new ArrayList<>();
    QuestionCondition.missing(program, question).ifPresent(warnings::add);
    if (asked.isEmpty()) {
      countsWithinSolutions(program, question).ifPresent(warnings::add);
      return new Read(program, warnings);
    }
    List<SatlmOption> options = new ArrayList<>();
    for (SatlmOption option : program.options()) {
      if (option.query() instanceof Query.Unspecified(var formula)) {
        options.add(
            new SatlmOption(
                option.label(), query(asked.get(), formula), option.gloss(), option.span()));
        warnings.add(
            Diagnostic.warning(
                EnglishCode.FORM_FROM_QUESTION,
                option.span(),
                "the option does not say whether it must or could be true; read as the question asks: "
                    + words(asked.get())));
        continue;
      }
      options.add(option);
      Optional<QuestionForm> form = form(option.query());
      if (form.isPresent() && form.get() != asked.get()) {
        warnings.add(
            Diagnostic.warning(
                EnglishCode.QUESTION_FORM,
                option.span(),
                "the question asks what "
                    + words(asked.get())
                    + ", the option asks what "
                    + words(form.get())));
      }
    }
    return new Read(
        new SatlmProgram(
            program.sorts(),
            program.functions(),
            program.constraints(),
            program.question(),
            options),
        warnings);
  }

  private static Optional<Diagnostic> countsWithinSolutions(
      SatlmProgram program, Question question) {
    if (!QuestionForm.asksForNumber(question.text()) || program.options().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
            EnglishCode.QUESTION_NUMBER,
            program.options().getFirst().span(),
            "the question asks for a number over all solutions, and an option speaks of each solution by"
                + " itself"));
  }

  private static Optional<QuestionForm> form(Query query) {
    return switch (query) {
      case Query.Valid v -> Optional.of(QuestionForm.MUST_BE_TRUE);
      case Query.Satisfiable s -> Optional.of(QuestionForm.COULD_BE_TRUE);
      case Query.Unsatisfiable u -> Optional.of(QuestionForm.CANNOT_BE_TRUE);
      case Query.Except(var inner) -> form(inner).map(QuestionForm::complement);
      case Query.AccurateList a -> Optional.empty();
      case Query.Equivalent e -> Optional.empty();
      case Query.Unspecified u -> Optional.empty();
    };
  }

  private static Query query(QuestionForm form, org.ponens.grammar.satlm.Expression formula) {
    return switch (form) {
      case MUST_BE_TRUE -> new Query.Valid(formula);
      case COULD_BE_TRUE -> new Query.Satisfiable(formula);
      case CANNOT_BE_TRUE -> new Query.Unsatisfiable(formula);
      case COULD_BE_FALSE -> new Query.Except(new Query.Valid(formula));
    };
  }

  private static String words(QuestionForm form) {
    return switch (form) {
      case MUST_BE_TRUE -> "must be true";
      case COULD_BE_TRUE -> "could be true";
      case CANNOT_BE_TRUE -> "cannot be true";
      case COULD_BE_FALSE -> "could be false";
    };
  }
}
