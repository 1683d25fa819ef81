package org.ponens.grammar;

import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.satlm.SatlmProgram;

/**
 * A problem that a solver can decide: the syntax tree of one of the languages, immutable.
 *
 * <p>Every language's root implements it, so that {@code Reasoner.solve} takes them all and the
 * compiler finds each place to extend when a language is added.
 */
public sealed interface Program permits CspProgram, FolProblem, RuleProgram, SatlmProgram {

  /** This program in the strict spelling of its language, which its reader reads back as equal. */
  String print();
}
