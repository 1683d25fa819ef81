package org.ponens.solvers.satlm;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What a solver has to say about an answer. */
public enum SatlmRemark implements DiagnosticCode {
  /** An integer has no bounds, and was searched in a finite range that may leave solutions out. */
  UNBOUNDED_INTEGER;

  @Override
  public String language() {
    return "satlm";
  }
}
