package org.ponens.grammar.fol;

import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * Reads first-order logic as people and language models write it: unicode, ASCII, LaTeX, words and
 * Prover9's symbols, mixed as they come.
 *
 * <p>Precedence is {@code ¬}, {@code ∧}, {@code ∨} and {@code ⊕} alike, {@code →} (to the right),
 * {@code ↔}; a quantifier without parentheses reaches as far as it can. Binding alone tells
 * variables from constants: case means nothing. A free {@code u} to {@code z}, alone or with one
 * digit or two, is taken for a variable and closed universally, with a warning; a quoted name is
 * never a variable. Where meaning is doubtful there is a warning, where something is missing an
 * error, and where the text was repaired a note. No text makes the reader throw, and its time is
 * near linear in the text. Stateless and thread-safe.
 */
public final class Fol {

  private Fol() {}

  /** Reads a problem in Logic-LM's layout; see {@link #parse(Source)}. */
  public static Parsed<FolProblem> parse(String text) {
    return parse(Source.of(text));
  }

  /**
   * Reads a problem in Logic-LM's layout (Pan et al. 2023): the sections {@code Predicates:}
   * (optional), {@code Premises:} and {@code Conclusion:}, a statement a line, each with an
   * optional gloss behind {@code :::}.
   *
   * @return the problem without the premises that could not be read, each of which is an error; no
   *     value where there is no conclusion, no section of premises, or the conclusion cannot be
   *     read
   */
  public static Parsed<FolProblem> parse(Source source) {
    return new ProblemReader(source).read();
  }

  /** Reads one formula; see {@link #parseFormula(Source)}. */
  public static Parsed<Formula> parseFormula(String text) {
    return parseFormula(Source.of(text));
  }

  /**
   * Reads the text as one formula, closed. Words are propositions where nothing in the formula has
   * arguments and it is more than one word ({@code P ∧ Q → R}), or where one stands there twice;
   * {@code P()} is a proposition always.
   */
  public static Parsed<Formula> parseFormula(Source source) {
    Findings findings = new Findings(source);
    Optional<Formula> value = Optional.empty();
    if (TextCheck.isReadable(findings, FormulaReader.MAX_LENGTH)) {
      value = formula(findings);
    }
    return findings.diagnostics().parsed(source, value);
  }

  private static Optional<Formula> formula(Findings findings) {
    Source source = findings.source();
    Optional<FormulaReader.Reading> reading =
        new FormulaReader(findings, Dialect.TOLERANT).read(TextCheck.trimmed(source));
    return reading
        .filter(
            r -> {
              Propositions propositions = new Propositions(Set.of());
              propositions.add(r.formula(), r.uses());
              return propositions.check(
                  r.propositions(), r.formula() instanceof Formula.Atom, findings);
            })
        .map(FormulaReader.Reading::formula);
  }
}
