package org.ponens.generators.planning.world;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.pddl.Plan;

/**
 * An action with objects, in a {@link TransitionSystem}: what it needs and what it changes, as
 * numbers of facts.
 */
public record Transition(
    Plan.Step step, List<Integer> precondition, List<Integer> adds, List<Integer> deletes) {

  public Transition {
    precondition = List.copyOf(precondition);
    adds = List.copyOf(adds);
    deletes = List.copyOf(deletes);
  }

  /** Whether it can be done in a state. */
  public boolean isApplicable(BitSet state) {
    for (int fact : precondition) {
      if (!state.get(fact)) {
        return false;
      }
    }
    return true;
  }

  /** The state after it. */
  public BitSet apply(BitSet state) {
    BitSet next = (BitSet) state.clone();
    deletes.forEach(next::clear);
    adds.forEach(next::set);
    return next;
  }
}
