package org.ponens.grammar.fol;

import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * Reads input files of Prover9 (McCune 2010): {@code formulas(assumptions). … end_of_list.} and so
 * on.
 *
 * <p>The lists {@code assumptions}, {@code sos}, {@code usable} and {@code demodulators} are
 * premises, {@code goals} the conclusion. Prover9's rules hold: an unbound name that begins with
 * {@code u} to {@code z} is a variable (or one with a capital, after {@code
 * set(prolog_style_variables)}), closed universally; a quantifier reaches over the next operand
 * only. Infix functions such as {@code x * y} are not read. Stateless and thread-safe; linear in
 * the text.
 */
public final class Prover9 {

  private Prover9() {}

  /**
   * Reads an input file.
   *
   * @return the problem without the formulas that could not be read, each of which is an error; no
   *     value where none could be read, or a goal could not; without conclusion where there is no
   *     goal
   */
  public static Parsed<FolProblem> parse(Source source) {
    return new Prover9Reader(source).read();
  }
}
