package org.ponens.solvers.fol.ground;

import java.util.List;
import org.ponens.solvers.fol.Symbol;

/**
 * Clauses in numbers.
 *
 * @param predicates by number
 * @param constants by number; there is at least one
 * @param placeSorts the sort of each argument place of each predicate
 * @param carriers the constants of each sort; each has at least one
 */
@SuppressWarnings("ArrayRecordComponent") // internal, in the hot loop, never compared
record Compiled(
    List<Symbol> predicates,
    List<String> constants,
    List<CompiledClause> clauses,
    int[][] placeSorts,
    int[][] carriers) {

  /** The number of ground clauses. */
  double groundClauses() {
    double sum = 0;
    for (CompiledClause clause : clauses) {
      double product = 1;
      for (int sort : clause.sorts()) {
        product *= carriers[sort].length;
      }
      sum += product;
    }
    return sum;
  }
}
