package org.ponens.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.PlanningOutcome.Planned;
import org.ponens.solvers.planning.PlanningOutcome.Unsolvable;

/** The planner against exhaustive search in PDDL by the letter. */
class PlannerLawTest {

  private static final int MAX_STATES = 300;
  private static final long BYTES = 100_000_000;

  private static Meter meter() {
    return Budget.of(Duration.ofMinutes(1)).start();
  }

  @Property(tries = 600, seed = "1")
  void plansAreFoundWhereThereAreAnyAndTheCheapestIsCheapest(@ForAll long seed) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, false);
    NaiveInterpreter naive = new NaiveInterpreter(pair.domain(), pair.problem());
    Optional<Optional<BigInteger>> least = leastCost(naive);
    if (least.isEmpty()) {
      return; // too many states to be sure
    }

    PlanningOutcome quick = Planner.plan(pair.domain(), pair.problem(), meter(), BYTES);
    PlanningOutcome best = Planner.optimal(pair.domain(), pair.problem(), meter(), BYTES);

    if (least.get().isEmpty()) {
      assertThat(quick).isInstanceOf(Unsolvable.class);
      assertThat(best).isInstanceOf(Unsolvable.class);
    } else {
      assertThat(quick).isInstanceOf(Planned.class);
      assertThat(naive.isValid(((Planned) quick).plan())).isTrue();
      assertThat(best).isInstanceOf(Planned.class);
      assertThat(naive.isValid(((Planned) best).plan())).isTrue();
      assertThat(((Planned) best).metric().orElseThrow().numerator()).isEqualTo(least.get().get());
    }
  }

  private record Open(NaiveInterpreter.State state, BigInteger cost) {}

  // The least cost, inner empty if there is no plan, outer if there are too many states.
  private static Optional<Optional<BigInteger>> leastCost(NaiveInterpreter naive) {
    PriorityQueue<Open> queue = new PriorityQueue<>(Comparator.comparing(Open::cost));
    Map<Set<String>, BigInteger> costs = new HashMap<>();
    queue.add(new Open(naive.initial(), BigInteger.ZERO));
    costs.put(naive.initial().atoms(), BigInteger.ZERO);
    while (!queue.isEmpty()) {
      Open open = queue.poll();
      if (open.cost().compareTo(costs.get(open.state().atoms())) > 0) {
        continue;
      }
      if (naive.isGoal(open.state())) {
        return Optional.of(Optional.of(open.cost()));
      }
      if (costs.size() > MAX_STATES) {
        return Optional.empty();
      }
      for (Plan.Step step : naive.steps()) {
        Optional<NaiveInterpreter.State> next = naive.next(open.state(), step);
        if (next.isPresent()) {
          BigInteger cost = next.get().numbers().get("total-cost").over();
          BigInteger known = costs.get(next.get().atoms());
          if (known == null || cost.compareTo(known) < 0) {
            costs.put(next.get().atoms(), cost);
            queue.add(new Open(next.get(), cost));
          }
        }
      }
    }
    return Optional.of(Optional.empty());
  }
}
