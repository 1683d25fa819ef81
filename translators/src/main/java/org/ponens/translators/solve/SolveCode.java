package org.ponens.translators.solve;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** Diagnostics of solving as such. */
enum SolveCode implements DiagnosticCode {
  /** The text looks like no language. */
  UNKNOWN_LANGUAGE,
  /** A defect of ours. */
  INTERNAL_ERROR;

  @Override
  public String language() {
    return "solve";
  }
}
