package org.ponens.solvers.fol.finite;

import java.util.List;

/** A disjunction of flat literals over the variables {@code 0..variables-1}. */
record FlatClause(List<FlatLiteral> literals, int variables) {
  FlatClause {
    literals = List.copyOf(literals);
  }
}
