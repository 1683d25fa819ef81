package org.ponens.solvers.rules;

/** How a query stands to a program. */
public enum Truth {
  TRUE,
  FALSE,
  /** Neither the query nor its complement is derived, in an open world. */
  UNKNOWN,
  /** The query and its complement are both derived. */
  CONFLICT
}
