package org.ponens.generators.planning.solution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.Transition;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.grammar.pddl.Plan;

/**
 * The states that actions lead through, one after the other, from a scene.
 *
 * @param steps the actions
 * @param states the one at first and one behind each action: the facts that are true of those that
 *     some action changes
 * @param branching how many actions could be done, on average over the states but the last
 * @param changes how many facts became true or false in all
 */
public record Run(List<Plan.Step> steps, List<List<Fact>> states, double branching, int changes) {

  public Run {
    steps = List.copyOf(steps);
    states = states.stream().map(List::copyOf).toList();
  }

  /** Runs actions; empty if one of them cannot be done in its turn. */
  public static Optional<Run> of(TransitionSystem system, List<Plan.Step> steps) {
    Map<Plan.Step, Transition> byStep = new HashMap<>();
    for (Transition transition : system.transitions()) {
      byStep.put(transition.step(), transition);
    }
    List<List<Fact>> states = new ArrayList<>();
    BitSet state = system.initial();
    states.add(system.facts(state));
    int choices = 0;
    int changes = 0;
    for (Plan.Step step : steps) {
      Transition transition = byStep.get(step);
      if (transition == null || !transition.isApplicable(state)) {
        return Optional.empty();
      }
      choices += system.applicable(state).size();
      BitSet next = transition.apply(state);
      BitSet changed = (BitSet) state.clone();
      changed.xor(next);
      changes += changed.cardinality();
      state = next;
      states.add(system.facts(state));
    }
    return Optional.of(
        new Run(steps, states, steps.isEmpty() ? 0 : choices / (double) steps.size(), changes));
  }

  /** The facts that are true behind the last action. */
  public List<Fact> last() {
    return states.getLast();
  }

  /** The scene behind the last action, with what never changes. */
  public Scene scene(Scene first, TransitionSystem system) {
    List<Fact> facts = new ArrayList<>(last());
    for (Fact fact : first.initial()) {
      if (!TransitionSystem.fluents(system.domain()).contains(fact.predicate())) {
        facts.add(fact);
      }
    }
    return new Scene(first.objects(), facts);
  }
}
