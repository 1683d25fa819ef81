package org.ponens.generators.sat.instance;

import org.ponens.generators.sat.problem.Problem.Need;

/**
 * What an instance has to be.
 *
 * @param need whether it is satisfiable; {@link Need#EITHER} leaves it to a fair coin, never to
 *     what is easier to draw
 * @param variables how many, or about as many where the source has sizes of its own
 * @param ratio constraints for each variable, where the source takes one
 * @param minViolations of an unsatisfiable formula: at least so many constraints are violated
 *     whatever the valuation, 1 or more
 * @param clausesOnly whether all constraints have to be clauses
 */
public record Wanted(
    Need need, int variables, double ratio, int minViolations, boolean clausesOnly) {}
