package org.ponens.solvers.fol.finite;

import java.util.List;
import org.ponens.solvers.fol.Symbol;

/**
 * Flat clauses and their symbols.
 *
 * @param predicates by number
 * @param functions by number, constants among them
 * @param sorts in which symbols of different sorts may be permuted apart
 * @param largestSize the size above which there is no model, {@link Integer#MAX_VALUE} if not known
 */
record FlatProblem(
    List<Symbol> predicates,
    List<Symbol> functions,
    List<FlatClause> clauses,
    Sorts sorts,
    int largestSize) {}
