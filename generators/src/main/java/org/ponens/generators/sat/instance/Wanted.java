package org.ponens.generators.sat.instance;

import org.ponens.generators.sat.problem.Problem.Need;

/**
 * What an instance has to be.
 *
 * @param need whether it is satisfiable; {@link Need#EITHER} leaves it to a fair coin, never to
 *     what is easier to draw
 * @param variables how many, or about as many where the source has sizes of its own
 * @param clausesOnly whether all constraints have to be clauses
 * @param looser how many clauses fewer for each variable than the settings say
 * @param minViolations of an unsatisfiable formula: at least so many constraints are violated
 *     whatever the valuation, where the settings do not ask for more
 */
public record Wanted(
    Need need, int variables, boolean clausesOnly, double looser, int minViolations) {

  /** A wish that leaves the rest to the settings. */
  public Wanted(Need need, int variables, boolean clausesOnly) {
    this(need, variables, clausesOnly, 0, 1);
  }
}
