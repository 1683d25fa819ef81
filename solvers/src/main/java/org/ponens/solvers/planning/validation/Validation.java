package org.ponens.solvers.planning.validation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypedName;

/** Whether a plan reaches its problem's goal, and if not, all about why. */
public sealed interface Validation {

  /**
   * Every action can be done in its turn, and the goal holds behind the last.
   *
   * @param length how many actions the plan has
   * @param metric the value of the problem's metric, where it has one that is known here
   */
  record Valid(int length, Optional<Rational> metric) implements Validation {}

  /**
   * The plan is none.
   *
   * @param validPrefix how many actions, from the first, can be done
   * @param failures the first action that cannot be done, and, where execution went on, the others;
   *     empty if the goal alone is missed
   * @param goal its parts, in the state in which execution ended
   */
  record Invalid(int validPrefix, List<Failure> failures, List<GoalPart> goal)
      implements Validation {
    public Invalid {
      failures = List.copyOf(failures);
      goal = List.copyOf(goal);
    }
  }

  /** The budget was spent first. */
  record Undecided() implements Validation {}

  /** Whether the plan is shown to be one. */
  default boolean isValid() {
    return this instanceof Valid;
  }

  /**
   * An action that cannot be done.
   *
   * @param number of the action in the plan, from 1
   * @param step the action as read, with its place in the text
   */
  record Failure(int number, Plan.Step step, Reason reason) {}

  /** Why an action cannot be done. */
  sealed interface Reason {}

  /**
   * The domain has no action of this name.
   *
   * @param meant the name that it is likely to stand for
   */
  record UnknownAction(Optional<String> meant) implements Reason {}

  /** The action is done with more objects than it has parameters, or fewer. */
  record WrongArity(Domain.Action action) implements Reason {}

  /**
   * There is no such object.
   *
   * @param meant the name that it is likely to stand for
   */
  record UnknownObject(String name, Optional<String> meant) implements Reason {}

  /**
   * An object is not of the type that the parameter is for.
   *
   * @param fitting some objects that are, at most {@value Validator#MAX_SUGGESTIONS}
   */
  record WrongType(String object, Type type, TypedName parameter, List<String> fitting)
      implements Reason {
    public WrongType {
      fitting = List.copyOf(fitting);
    }
  }

  /** The precondition does not hold. */
  record Unmet(List<FalseCondition> conditions) implements Reason {
    public Unmet {
      conditions = List.copyOf(conditions);
    }
  }

  /** A number that the action changes cannot be computed. */
  record NoNumber(String why) implements Reason {}

  /**
   * A condition, without variables, that does not hold.
   *
   * @param text as PDDL writes it
   * @param history of the literal, if the condition is one
   * @param within the literals that make a disjunction or quantified condition false, at most
   *     {@value Validator#MAX_SUGGESTIONS}
   * @param repairs actions that can be done in this state and make the literal true, at most
   *     {@value Validator#MAX_SUGGESTIONS}
   */
  record FalseCondition(
      String text,
      Optional<History> history,
      List<FalseCondition> within,
      List<Plan.Step> repairs) {
    public FalseCondition {
      within = List.copyOf(within);
      repairs = List.copyOf(repairs);
    }
  }

  /**
   * Since when an atom is as it is.
   *
   * @param truth whether the atom is true
   * @param number of the action that made it so, 0 if it has been so from the start
   * @param by that action
   * @param derived whether axioms say what is true of it, so that the action changed it indirectly
   * @param fixed whether no action can ever change it
   */
  record History(
      boolean truth, int number, Optional<Plan.Step> by, boolean derived, boolean fixed) {}

  /**
   * A part of the goal.
   *
   * @param text as PDDL writes it
   * @param lastTrue the number of the last action behind which it held, 0 for the initial state;
   *     empty if it never did
   * @param why if it does not hold
   */
  record GoalPart(String text, boolean holds, OptionalInt lastTrue, Optional<FalseCondition> why) {}
}
