package org.ponens.solvers.planning.ground;

import java.util.List;

/**
 * A planning task without variables, in positive normal form: every condition is a set of facts
 * that are to be true. A fact that some condition wants to be false has a complement, a fact of its
 * own that operators keep the opposite of it.
 *
 * <p>Facts are numbered from 0. The basic ones come first and change by operators alone; from
 * {@link #basicFacts()} on come the derived ones, which are false unless the axioms make them true
 * (Thiébaux, Hoffmann and Nebel 2005). Arrays are sorted, without duplicates, and not to be written
 * to.
 *
 * @param factNames a name for each fact, for people: {@code (on a b)}, {@code (not (clear a))}
 * @param basicFacts how many of the facts are basic
 * @param operators what can be done
 * @param axioms how derived facts come about, by stratum in ascending order
 * @param initial the basic facts that are true at first
 * @param goal the facts that are to be true at last
 * @param mutexGroups sets of basic facts of which at most one is true in every reachable state
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record GroundTask(
    List<String> factNames,
    int basicFacts,
    List<GroundOperator> operators,
    List<GroundAxiom> axioms,
    int[] initial,
    int[] goal,
    List<int[]> mutexGroups) {

  /**
   * An action with objects for its parameters.
   *
   * @param name as plans write it: {@code (stack a b)}
   * @param precondition the facts that are to be true
   * @param effects what it changes, each under its condition; where one effect adds and another
   *     deletes a fact, it is added
   * @param cost what it adds to the plan's cost, not negative
   */
  public record GroundOperator(
      String name, int[] precondition, List<GroundEffect> effects, int cost) {

    public GroundOperator {
      effects = List.copyOf(effects);
    }
  }

  /**
   * A change of an operator.
   *
   * @param condition the facts under which it happens, beside the precondition; often none
   * @param adds the basic facts it makes true
   * @param deletes the basic facts it makes false
   */
  public record GroundEffect(int[] condition, int[] adds, int[] deletes) {}

  /**
   * The derived fact {@code head} is true where all of the body are.
   *
   * @param stratum axioms of a lower stratum are evaluated to their fixpoint first
   * @param body basic facts, derived facts of this stratum or below
   * @param absent derived facts of a lower stratum that are to be false
   */
  public record GroundAxiom(int stratum, int head, int[] body, int[] absent) {}

  public GroundTask {
    factNames = List.copyOf(factNames);
    operators = List.copyOf(operators);
    axioms = List.copyOf(axioms);
    mutexGroups = List.copyOf(mutexGroups);
  }

  /** The number of facts, derived ones among them. */
  public int factCount() {
    return factNames.size();
  }

  /** Whether some operator changes something under a condition of its own. */
  public boolean hasConditionalEffects() {
    return operators.stream()
        .anyMatch(o -> o.effects().stream().anyMatch(e -> e.condition().length > 0));
  }
}
