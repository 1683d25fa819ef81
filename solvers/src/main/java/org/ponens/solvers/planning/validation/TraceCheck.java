package org.ponens.solvers.planning.validation;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.solvers.planning.validation.Validation.Failure;

/** Whether what somebody says about the execution of a plan is right. */
public sealed interface TraceCheck {

  /**
   * Every claim is right.
   *
   * @param steps how many actions there are
   * @param goalReached whether the goal holds behind the last, claimed or not
   */
  record Right(int steps, boolean goalReached) implements TraceCheck {}

  /**
   * A claim is wrong; those before it are right.
   *
   * @param number of the action that the claim is about, from 1; 0 for the initial state
   * @param what the fact or action that it is about, as PDDL writes it
   * @param message in words
   * @param failure of the action, if it cannot be done
   */
  record Wrong(
      Mistake mistake,
      int number,
      String what,
      String message,
      Place place,
      Optional<Failure> failure)
      implements TraceCheck {}

  /** The budget was spent first. */
  record Undecided() implements TraceCheck {}

  /**
   * The classes of wrong claims. The first four behind {@link #INITIAL_STATE} are those of
   * PDDL-Instruct (Verma et al., Teaching LLMs to Plan, 2025).
   */
  enum Mistake {
    /** A state claimed at first is not the problem's. */
    INITIAL_STATE,
    /** The domain has no such action, or not for such objects. */
    ACTION,
    /** A precondition is claimed, in words or by doing the action, that does not hold. */
    PRECONDITION_CLAIM,
    /** What the action makes true or false is not so in the claimed state, or claimed effects. */
    EFFECT_MISSING,
    /**
     * An effect is claimed that the action does not have: in so many words, or by a fact that
     * appears, of a predicate that the action does change elsewhere.
     */
    EFFECT_EXTRA,
    /** A fact that no effect of the action touches is otherwise in the claimed state. */
    FRAME_VIOLATION,
    /** The goal is claimed to be reached and is not, or the other way round. */
    GOAL_CLAIM
  }
}
