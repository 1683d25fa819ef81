package org.ponens.solvers.fol.ground;

import java.util.List;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.Structure;
import org.ponens.solvers.fol.Symbol;

/**
 * Clauses in numbers.
 *
 * @param predicates by number
 * @param constants the ground terms by number; there is at least one
 * @param compounds those that have arguments
 * @param placeSorts the sort of each argument place of each predicate
 * @param carriers the constants of each sort; each has at least one
 */
@SuppressWarnings("ArrayRecordComponent") // internal, in the hot loop, never compared
record Compiled(
    List<Symbol> predicates,
    List<Term.Application> constants,
    List<Compound> compounds,
    List<CompiledClause> clauses,
    int[][] placeSorts,
    int[][] carriers) {

  private static final int MAX_COMPOUNDS = 500;

  /** A ground term that is a function of others, all by number. */
  record Compound(int constant, Symbol function, List<Integer> arguments) {}

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

  /** Whether there are few ground terms, and functions have tables that a structure can have. */
  boolean hasSmallTables() {
    return compounds.size() <= MAX_COMPOUNDS
        && compounds.stream()
            .allMatch(
                compound ->
                    Structure.tableSize(constants.size(), compound.function().arity())
                        <= Structure.MAX_TABLE);
  }
}
