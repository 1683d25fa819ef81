package org.ponens.generators.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.Transition;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;

/** Shortest plans by looking at all states in turn: what cleverer searches have to agree with. */
final class BreadthFirst {

  private record Reached(BitSet state, Optional<Reached> before, Optional<Plan.Step> step) {}

  private BreadthFirst() {}

  /** A shortest plan from a scene to a goal. */
  static Shortest find(Domain domain, Scene scene, List<Fact> goal, Meter meter) {
    TransitionSystem system = new TransitionSystem(domain, scene);
    Map<BitSet, Reached> seen = new HashMap<>();
    ArrayDeque<Reached> queue = new ArrayDeque<>();
    Reached first = new Reached(system.initial(), Optional.empty(), Optional.empty());
    seen.put(first.state(), first);
    queue.add(first);
    long expansions = 0;
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (system.facts(reached.state()).containsAll(goal)) {
        List<Plan.Step> steps = new ArrayList<>();
        for (Reached r = reached; r.step().isPresent(); r = r.before().orElseThrow()) {
          steps.add(r.step().get());
        }
        Collections.reverse(steps);
        return new Shortest.Found(steps, expansions);
      }
      expansions++;
      for (Transition transition : system.applicable(reached.state())) {
        if (!meter.step()) {
          return new Shortest.Exhausted();
        }
        BitSet next = transition.apply(reached.state());
        if (!seen.containsKey(next)) {
          Reached later = new Reached(next, Optional.of(reached), Optional.of(transition.step()));
          seen.put(next, later);
          queue.add(later);
        }
      }
    }
    return new Shortest.None(expansions);
  }
}
