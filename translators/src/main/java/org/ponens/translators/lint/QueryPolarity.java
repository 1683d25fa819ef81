package org.ponens.translators.lint;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Statement;
import org.ponens.grammar.rules.Query;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.translators.Question;
import org.ponens.translators.english.Polarity;

/**
 * The rule of query polarity: <em>a query asks whether the question's statement is true, so it
 * affirms where the statement affirms and denies where the statement denies.</em>
 *
 * <p>Models often write the answer they expect into the query ({@code Sour(Max, False)} for "Max is
 * sour"). Where a question has one plain statement of one subject and one predicate, and the query
 * is one literal of the other polarity, the statement decides: the query is negated, and a warning
 * says so, which takes the trust away. Anything less plain is left alone.
 */
public final class QueryPolarity {

  private QueryPolarity() {}

  /**
   * A program whose query has the statement's polarity, and the warning that says what was changed.
   */
  public record Corrected<P>(P program, Diagnostic warning) {}

  /** The program with its query negated, where the rule says so. */
  public static Optional<Corrected<RuleProgram>> correct(RuleProgram program, Question question) {
    Query query = program.query();
    Polarity asked = polarity(query.literal().positive());
    if (Polarity.negatesByName(query.literal().predicate()) || !disagrees(asked, question)) {
      return Optional.empty();
    }
    Query negated = new Query(query.literal().complement(), query.gloss(), query.span());
    return Optional.of(
        new Corrected<>(
            new RuleProgram(program.predicates(), program.facts(), program.rules(), negated),
            warning(query.span(), question, asked)));
  }

  /** The problem with its conclusion negated, where the rule says so. */
  public static Optional<Corrected<FolProblem>> correct(FolProblem problem, Question question) {
    if (problem.conclusion().isEmpty()) {
      return Optional.empty();
    }
    Statement conclusion = problem.conclusion().get();
    Formula formula = conclusion.formula();
    boolean affirms = formula instanceof Formula.Atom;
    Formula atom = formula instanceof Formula.Not(var operand) ? operand : formula;
    if (!(atom instanceof Formula.Atom(var predicate, var arguments))
        || Polarity.negatesByName(predicate)
        || !disagrees(polarity(affirms), question)) {
      return Optional.empty();
    }
    Statement negated =
        new Statement(
            conclusion.label(),
            affirms ? new Formula.Not(atom) : atom,
            conclusion.gloss(),
            conclusion.span());
    return Optional.of(
        new Corrected<>(
            new FolProblem(problem.premises(), Optional.of(negated)),
            warning(conclusion.span(), question, polarity(affirms))));
  }

  private static boolean disagrees(Polarity asked, Question question) {
    return question
        .statement()
        .flatMap(Polarity::ofStatement)
        .filter(stated -> stated != asked)
        .isPresent();
  }

  private static Polarity polarity(boolean affirms) {
    return affirms ? Polarity.AFFIRMATIVE : Polarity.NEGATIVE;
  }

  private static Diagnostic warning(Span span, Question question, Polarity asked) {
    String verbs =
        asked == Polarity.NEGATIVE
            ? "the query denies what the statement affirms"
            : "the query affirms what the statement denies";
    return Diagnostic.warning(
            EnglishCode.QUERY_POLARITY,
            span,
            verbs + ": \"" + question.statement().orElse("") + "\"")
        .withNote(Diagnostic.Note.of("the query was negated, as the statement decides"));
  }
}
