package org.ponens.solvers.fol.ground;

/**
 * A ground clause.
 *
 * @param literals atoms by number, negative where negated
 * @param source the clause of which it is an instance; -1 for an axiom of equality
 * @param instance the constants for the source's variables
 */
@SuppressWarnings("ArrayRecordComponent") // internal, in the hot loop, never compared
record GroundClause(int[] literals, int source, int[] instance) {}
