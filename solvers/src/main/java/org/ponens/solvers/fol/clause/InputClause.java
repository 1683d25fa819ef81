package org.ponens.solvers.fol.clause;

/**
 * A clause of a clausified problem and where it comes from.
 *
 * @param statement the index of the statement: premises from 0, the (negated) conclusion after the
 *     last premise
 */
public record InputClause(Clause clause, int statement) {}
