package org.ponens.grammar.fol;

import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * Reads problems in TPTP's first-order languages, FOF and CNF (Sutcliffe 2017). The grammar is
 * TPTP's own, not the tolerant one of {@link Fol}: a name that begins with a capital is a variable,
 * quantifiers and {@code ~} reach over the next unit only, and {@code &} and {@code |} are not
 * mixed without parentheses. Stateless and thread-safe; linear in the text.
 *
 * <p>{@code axiom}, {@code hypothesis}, {@code definition}, {@code assumption}, {@code lemma},
 * {@code theorem}, {@code corollary} and {@code negated_conjecture} are premises; the {@code
 * conjecture} is the conclusion, several are a conjunction, and without one the problem has no
 * conclusion. The variables of a CNF formula are closed universally. Distinct objects ({@code
 * "abc"}) keep their double quotes as part of their name, and a premise says that they differ.
 * Other roles and languages are errors. {@code A ~| B} and {@code A ~& B} are read as {@code ¬(A ∨
 * B)} and {@code ¬(A ∧ B)}.
 */
public final class Tptp {

  private Tptp() {}

  /** Reads a problem that includes no other file; an {@code include} in it is an error. */
  public static Parsed<FolProblem> parse(Source source) {
    return parse(source, IncludeResolver.none());
  }

  /**
   * Reads a problem and the files it includes. What is wrong in an included file is said at the
   * directive that includes it, and its formulas stand there too.
   *
   * @return the problem without the formulas that could not be read, each of which is an error; no
   *     value where none could be read, or a conjecture could not
   */
  public static Parsed<FolProblem> parse(Source source, IncludeResolver resolver) {
    return new TptpReader(source, resolver).read();
  }
}
