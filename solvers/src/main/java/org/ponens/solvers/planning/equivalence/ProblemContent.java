package org.ponens.solvers.planning.equivalence;

import java.util.Map;
import java.util.Set;

/**
 * What a problem says, without the order and the way in which it says so.
 *
 * @param objects each with its declared type; constants of the domain are not among them
 * @param constants of the domain
 * @param initial what is so at first
 * @param goal what has to hold at last, all of it
 * @param constraints what plans have to keep, all of it
 * @param metric none or one
 */
record ProblemContent(
    Map<String, String> objects,
    Set<String> constants,
    Set<Tree> initial,
    Set<Tree> goal,
    Set<Tree> constraints,
    Set<Tree> metric) {

  ProblemContent withGoal(Set<Tree> other) {
    return new ProblemContent(objects, constants, initial, other, constraints, metric);
  }
}
