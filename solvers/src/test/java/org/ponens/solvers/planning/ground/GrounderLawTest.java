package org.ponens.solvers.planning.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.NaiveInterpreter;
import org.ponens.solvers.planning.RandomPlanning;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/** Grounded tasks against PDDL by the letter: the same states, the same plans. */
class GrounderLawTest {

  private static final int MAX_STATES = 400;

  @Property(tries = 600, seed = "1")
  void groundTaskReachesTheGoalInAsManySteps(@ForAll long seed) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, false);
    NaiveInterpreter naive = new NaiveInterpreter(pair.domain(), pair.problem());
    Optional<Integer> expected = shortest(naive);
    if (expected.isEmpty()) {
      return; // too many states to be sure
    }

    Grounding grounding =
        Grounder.ground(pair.domain(), pair.problem(), Budget.of(Duration.ofMinutes(1)).start());

    int found =
        switch (grounding) {
          case Grounding.Grounded it -> shortest(it.task(), naive);
          case Grounding.Unreachable it -> -1;
          case Grounding.Unsupported it -> throw new AssertionError(it.why());
          case Grounding.Exhausted it -> throw new AssertionError("exhausted");
        };
    assertThat(found).isEqualTo(expected.get());
  }

  // Steps to the goal, -1 if it cannot be reached, empty if there are too many states.
  private static Optional<Integer> shortest(NaiveInterpreter naive) {
    Map<Set<String>, Integer> depths = new HashMap<>();
    Deque<NaiveInterpreter.State> queue = new ArrayDeque<>(List.of(naive.initial()));
    depths.put(naive.initial().atoms(), 0);
    List<Plan.Step> steps = naive.steps();
    while (!queue.isEmpty()) {
      NaiveInterpreter.State state = queue.poll();
      int depth = depths.getOrDefault(state.atoms(), 0);
      if (naive.isGoal(state)) {
        return Optional.of(depth);
      }
      if (depths.size() > MAX_STATES) {
        return Optional.empty();
      }
      for (Plan.Step step : steps) {
        naive
            .next(state, step)
            .filter(next -> depths.putIfAbsent(next.atoms(), depth + 1) == null)
            .ifPresent(queue::add);
      }
    }
    return Optional.of(-1);
  }

  // The same on the ground task; checks on the way that mutex groups are, and that whatever
  // operator can be done, PDDL's action can be done too and leads to a state with the same facts.
  private static int shortest(GroundTask task, NaiveInterpreter naive) {
    BitSet initial = new BitSet();
    for (int fact : task.initial()) {
      initial.set(fact);
    }
    Map<BitSet, Integer> depths = new LinkedHashMap<>();
    Map<BitSet, NaiveInterpreter.State> twins = new HashMap<>();
    Deque<BitSet> queue = new ArrayDeque<>(List.of(initial));
    depths.put(initial, 0);
    twins.put(initial, naive.initial());
    while (!queue.isEmpty()) {
      BitSet state = queue.poll();
      int depth = depths.getOrDefault(state, 0);
      NaiveInterpreter.State known = Objects.requireNonNull(twins.get(state));
      for (int[] group : task.mutexGroups()) {
        int count = 0;
        for (int fact : group) {
          count += state.get(fact) ? 1 : 0;
        }
        assertThat(count).isLessThanOrEqualTo(1);
      }
      assertThat(facts(task, state)).isSubsetOf(known.atoms());
      BitSet closed = closed(task, state);
      if (holds(task.goal(), closed)) {
        assertThat(naive.isGoal(known)).isTrue();
        return depth;
      }
      for (GroundOperator operator : task.operators()) {
        if (!holds(operator.precondition(), closed)) {
          continue;
        }
        BitSet next = apply(operator, state, closed);
        NaiveInterpreter.State twin = naive.next(known, step(operator.name())).orElseThrow();
        if (depths.putIfAbsent(next, depth + 1) == null) {
          twins.put(next, twin);
          queue.add(next);
        }
      }
    }
    return -1;
  }

  private static Set<String> facts(GroundTask task, BitSet state) {
    Set<String> facts = new TreeSet<>();
    state.stream()
        .mapToObj(task.factNames()::get)
        .filter(n -> !n.startsWith("(not "))
        .forEach(n -> facts.add(n.substring(1, n.length() - 1)));
    return facts;
  }

  private static Plan.Step step(String name) {
    String[] words = name.substring(1, name.length() - 1).split(" ");
    return Plan.Step.of(words[0], List.of(words).subList(1, words.length));
  }

  private static boolean holds(int[] facts, BitSet state) {
    for (int fact : facts) {
      if (!state.get(fact)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet closed(GroundTask task, BitSet state) {
    BitSet closed = (BitSet) state.clone();
    Set<Integer> strata = new TreeSet<>();
    task.axioms().forEach(a -> strata.add(a.stratum()));
    for (int stratum : strata) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (GroundAxiom axiom : task.axioms()) {
          boolean absent = true;
          for (int fact : axiom.absent()) {
            absent &= !closed.get(fact);
          }
          if (axiom.stratum() == stratum
              && !closed.get(axiom.head())
              && absent
              && holds(axiom.body(), closed)) {
            closed.set(axiom.head());
            changed = true;
          }
        }
      }
    }
    return closed;
  }

  private static BitSet apply(GroundOperator operator, BitSet state, BitSet closed) {
    BitSet next = (BitSet) state.clone();
    Set<Integer> adds = new HashSet<>();
    for (GroundEffect effect : operator.effects()) {
      if (holds(effect.condition(), closed)) {
        for (int fact : effect.deletes()) {
          next.clear(fact);
        }
        for (int fact : effect.adds()) {
          adds.add(fact);
        }
      }
    }
    adds.forEach(next::set);
    return next;
  }
}
