package org.ponens.solvers.planning.equivalence;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a problem says, without the order and the way in which it says so.
 *
 * @param objects each with its declared type; constants of the domain are not among them
 * @param constants of the domain
 * @param initial what is so at first
 * @param goal what has to hold at last, all of it
 * @param wanted the part of the goal that is written down
 * @param implied all that is known to hold where the goal does
 * @param constraints what plans have to keep, all of it
 * @param metric none or one
 */
record ProblemContent(
    Map<String, String> objects,
    Set<String> constants,
    Set<Tree> initial,
    Set<Tree> goal,
    Set<Tree> wanted,
    Set<Tree> implied,
    Set<Tree> constraints,
    Set<Tree> metric) {

  /** With the goal completed; what is always so is no longer part of what is wanted. */
  ProblemContent with(GoalCompletion.Completed completed) {
    Set<Tree> still = new LinkedHashSet<>(goal);
    still.retainAll(completed.implied());
    return new ProblemContent(
        objects,
        constants,
        initial,
        completed.goal(),
        still,
        completed.implied(),
        constraints,
        metric);
  }
}
