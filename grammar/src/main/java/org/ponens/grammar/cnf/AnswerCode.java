package org.ponens.grammar.cnf;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about an answer to a question about formulas. All are errors. */
public enum AnswerCode implements DiagnosticCode {
  /** The answer is empty. */
  NOTHING,
  /** A word or sign that has no place in this kind of answer. */
  STRAY,
  /** Two answers that differ. */
  AMBIGUOUS,
  /** Too few or too many values. */
  LENGTH,
  /** A variable is given both values. */
  CONTRADICTION,
  /** A variable that the formula does not have. */
  UNKNOWN_VARIABLE,
  /** A constraint that the formula does not have. */
  UNKNOWN_CONSTRAINT,
  /** Some variable has no value. */
  MISSING,
  /** A line is no step of a refutation. */
  STEP;

  @Override
  public String language() {
    return "answer";
  }
}
