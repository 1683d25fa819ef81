package org.ponens.translators.lint;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** Diagnostics that come of comparing a program with the English next to it. */
public enum EnglishCode implements DiagnosticCode {
  /** The question's statement denies and the query affirms, or the other way round. */
  QUERY_POLARITY,
  /** A constraint orders two things the other way round than its gloss says. */
  ORDER_REVERSED,
  /** A constraint puts a thing at another place than its gloss says. */
  PLACE_DIFFERS,
  /** The options ask for something else than the question does. */
  QUESTION_FORM,
  /**
   * The question asks for a number over all solutions, which no option's count within one gives.
   */
  QUESTION_NUMBER,
  /**
   * The condition of the question ("If Ann sings, ...") stands neither in a constraint nor in the
   * options.
   */
  CONDITION_MISSING,
  /** An option does not say whether it must or could be true; the question's wording decided. */
  FORM_FROM_QUESTION;

  @Override
  public String language() {
    return "english";
  }
}
