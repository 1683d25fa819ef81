package org.ponens.grammar.cnf;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a text in DIMACS format. */
public enum DimacsCode implements DiagnosticCode {
  /** No line {@code p cnf VARIABLES CLAUSES}. */
  NO_HEADER,
  /** A header that is not read. */
  BAD_HEADER,
  /** The header gives another number of constraints than there are. */
  WRONG_COUNT,
  /** A literal of a variable beyond the header's number. */
  BEYOND_HEADER,
  /** A constraint does not end in 0. */
  MISSING_ZERO,
  /** Neither a number nor a line that is known. */
  NOT_A_LITERAL,
  /** Weights (WCNF) are not read. */
  WEIGHTS,
  /** A cardinality line without relation or bound. */
  BAD_CARDINALITY,
  /** A line that belongs to Markdown. */
  FENCE,
  /** A text or a number beyond the limits. */
  TOO_LARGE;

  @Override
  public String language() {
    return "dimacs";
  }
}
