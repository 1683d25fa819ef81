package org.ponens.solvers.planning.validation;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.planning.validation.Validation.Failure;
import org.ponens.solvers.planning.validation.Validation.GoalPart;

/**
 * What happens as a plan is executed, up to the first action that cannot be done. Facts are written
 * as PDDL writes them; states hold the facts that can change, derived ones and numbers among them,
 * in the order of the domain's declarations.
 *
 * @param fixed the facts that no action changes
 * @param initial the state at first
 * @param failure the action that cannot be done
 * @param goal its parts in the last state
 */
public record Trace(
    List<String> fixed,
    List<String> initial,
    List<Step> steps,
    Optional<Failure> failure,
    List<GoalPart> goal) {

  /**
   * An action and what it does.
   *
   * @param number from 1
   * @param preconditions the parts of the precondition, all of which hold unless this is the action
   *     that cannot be done
   * @param additions facts that become true
   * @param deletions facts that become false
   * @param after the state behind it
   */
  public record Step(
      int number,
      Plan.Step action,
      List<String> before,
      List<Precondition> preconditions,
      List<String> additions,
      List<String> deletions,
      List<String> after) {
    public Step {
      before = List.copyOf(before);
      preconditions = List.copyOf(preconditions);
      additions = List.copyOf(additions);
      deletions = List.copyOf(deletions);
      after = List.copyOf(after);
    }
  }

  /**
   * A part of a precondition.
   *
   * @param since the number of the action that made the literal as it is, 0 if it has been so from
   *     the start; empty if it is no literal
   */
  public record Precondition(String text, boolean holds, Optional<Integer> since) {}

  public Trace {
    fixed = List.copyOf(fixed);
    initial = List.copyOf(initial);
    steps = List.copyOf(steps);
    goal = List.copyOf(goal);
  }

  /** Whether all actions can be done and the goal is reached. */
  public boolean isValid() {
    return failure.isEmpty() && goal.stream().allMatch(GoalPart::holds);
  }
}
