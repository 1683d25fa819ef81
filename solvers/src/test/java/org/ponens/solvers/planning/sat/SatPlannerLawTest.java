package org.ponens.solvers.planning.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.NaiveInterpreter;
import org.ponens.solvers.planning.Planner;
import org.ponens.solvers.planning.RandomPlanning;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;
import org.ponens.solvers.planning.search.OptimalSearch;
import org.ponens.solvers.planning.search.SearchResult;

/** Planning as satisfiability against search and against PDDL by the letter. */
class SatPlannerLawTest {

  private static final long BYTES = 100_000_000;

  private static Meter meter() {
    return Budget.of(Duration.ofMinutes(1)).start();
  }

  private static Optional<GroundTask> task(RandomPlanning.Pair pair) {
    return Grounder.ground(pair.domain(), pair.problem(), meter()) instanceof Grounding.Grounded it
        ? Optional.of(unit(it.task()))
        : Optional.empty();
  }

  // The same task, where each operator costs 1.
  private static GroundTask unit(GroundTask task) {
    return new GroundTask(
        task.factNames(),
        task.basicFacts(),
        task.operators().stream()
            .map(o -> new GroundTask.GroundOperator(o.name(), o.precondition(), o.effects(), 1))
            .toList(),
        task.axioms(),
        task.initial(),
        task.goal(),
        task.mutexGroups());
  }

  @Property(tries = 300, seed = "1")
  void fewestOperators_areAsManyAsThoseOfTheSearch(@ForAll long seed) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, false);
    Optional<GroundTask> task = task(pair);
    if (task.isEmpty()
        || !(OptimalSearch.solve(task.get(), meter(), BYTES)
            instanceof SearchResult.Found shortest)) {
      return;
    }
    int length = shortest.operators().length;

    SatPlanResult result = SatPlanner.shortest(task.get(), length + 1, meter());

    if (result instanceof SatPlanResult.Unsupported) {
      return; // recursive axioms
    }
    assertThat(result)
        .isInstanceOfSatisfying(
            SatPlanResult.Found.class, found -> assertThat(found.operators()).hasSize(length));
  }

  @Property(tries = 300, seed = "2")
  void parallelPlans_areValidOneAfterAnother(@ForAll long seed) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, false);
    Optional<GroundTask> task = task(pair);
    if (task.isEmpty()
        || !(OptimalSearch.solve(task.get(), meter(), BYTES) instanceof SearchResult.Found best)) {
      return;
    }

    SatPlanResult result = SatPlanner.solve(task.get(), meter(), BYTES);

    if (result instanceof SatPlanResult.Unsupported) {
      return;
    }
    assertThat(result).isInstanceOf(SatPlanResult.Found.class);
    SatPlanResult.Found found = (SatPlanResult.Found) result;
    assertThat(
            new NaiveInterpreter(pair.domain(), pair.problem())
                .isValid(Planner.plan(task.get(), found.operators())))
        .isTrue();
    // As many steps as the shortest plan has operators are enough.
    assertThat(SatPlanner.within(task.get(), best.operators().length, meter()))
        .isInstanceOf(SatPlanResult.Found.class);
  }

  @Test
  void budgetIsKept() {
    RandomPlanning.Pair pair = RandomPlanning.pair(3, false);
    Optional<GroundTask> task = task(pair);
    Meter spent = new Budget(Duration.ofNanos(1), 1).start();

    task.ifPresent(
        t ->
            assertThat(SatPlanner.solve(t, spent, BYTES))
                .isNotInstanceOf(SatPlanResult.NoneWithin.class));
  }
}
