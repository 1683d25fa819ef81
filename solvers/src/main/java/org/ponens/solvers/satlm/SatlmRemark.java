package org.ponens.solvers.satlm;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What a solver has to say about an answer. */
public enum SatlmRemark implements DiagnosticCode {
  /** An integer has no bounds, and was searched in a finite range that may leave solutions out. */
  UNBOUNDED_INTEGER,
  /**
   * The only option selected is settled by one constraint that speaks of the very same unknowns.
   */
  RESTATED_CONSTRAINT,
  /** The only option selected is settled without any constraint. */
  TRIVIAL_OPTION;

  @Override
  public String language() {
    return "satlm";
  }
}
