package org.ponens.solvers.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

class SearchTest {

  private static final long BYTES = 50_000_000;
  private static final int[] NONE = {};

  private static Meter meter() {
    return Budget.of(Duration.ofSeconds(20)).start();
  }

  private static GroundOperator operator(
      String name, int[] wants, int[] adds, int[] deletes, int cost) {
    return new GroundOperator(name, wants, List.of(new GroundEffect(NONE, adds, deletes)), cost);
  }

  // A counter of so many bits, which has to count from 0 to its end: no short cut.
  private static GroundTask counter(int bits) {
    List<String> names = new ArrayList<>();
    List<GroundOperator> operators = new ArrayList<>();
    int[] initial = new int[bits];
    int[] goal = new int[bits];
    for (int i = 0; i < bits; i++) {
      names.add("(one b" + i + ")");
      goal[i] = i;
    }
    for (int i = 0; i < bits; i++) {
      names.add("(not (one b" + i + "))");
      initial[i] = bits + i;
      int[] wants = new int[i + 1];
      int[] adds = new int[i + 1];
      int[] deletes = new int[i + 1];
      for (int j = 0; j < i; j++) {
        wants[j] = j;
        adds[j] = bits + j;
        deletes[j] = j;
      }
      wants[i] = bits + i;
      adds[i] = i;
      deletes[i] = bits + i;
      operators.add(
          operator("(carry b" + i + ")", sorted(wants), sorted(adds), sorted(deletes), 1));
    }
    return new GroundTask(names, 2 * bits, operators, List.of(), initial, goal, List.of());
  }

  private static int[] sorted(int[] values) {
    java.util.Arrays.sort(values);
    return values;
  }

  @Test
  void counterIsCountedToItsEnd_byBothSearches() {
    GroundTask task = counter(8);

    SearchResult quick = LazyGreedySearch.solve(task, meter(), BYTES);
    SearchResult best = OptimalSearch.solve(task, meter(), BYTES);

    assertThat(((SearchResult.Found) quick).operators()).hasSize(255);
    assertThat(((SearchResult.Found) best).operators()).hasSize(255);
  }

  @Test
  void searchEnds_whenTheStepsAreSpent() {
    Meter few = new Budget(Duration.ofMinutes(1), 10).start();
    Meter fewMore = new Budget(Duration.ofMinutes(1), 10).start();

    assertThat(LazyGreedySearch.solve(counter(12), few, BYTES))
        .isInstanceOf(SearchResult.Exhausted.class);
    assertThat(OptimalSearch.solve(counter(12), fewMore, BYTES))
        .isInstanceOf(SearchResult.Exhausted.class);
  }

  @Test
  void searchEnds_whenTheMemoryIsSpent() {
    assertThat(LazyGreedySearch.solve(counter(16), meter(), 200_000))
        .isInstanceOf(SearchResult.Exhausted.class);
    assertThat(OptimalSearch.solve(counter(16), meter(), 200_000))
        .isInstanceOf(SearchResult.Exhausted.class);
  }

  @Test
  void emptyPlan_whenTheGoalHoldsAtFirst() {
    GroundTask task =
        new GroundTask(
            List.of("(p)"), 1, List.of(), List.of(), new int[] {0}, new int[] {0}, List.of());

    assertThat(((SearchResult.Found) LazyGreedySearch.solve(task, meter(), BYTES)).operators())
        .isEmpty();
    assertThat(((SearchResult.Found) OptimalSearch.solve(task, meter(), BYTES)).operators())
        .isEmpty();
  }

  @Test
  void unsolvable_whenAllStatesHaveBeenSeen() {
    // p and q can be had by turns, never together.
    GroundTask task =
        new GroundTask(
            List.of("(p)", "(q)"),
            2,
            List.of(
                operator("(to-q)", new int[] {0}, new int[] {1}, new int[] {0}, 1),
                operator("(to-p)", new int[] {1}, new int[] {0}, new int[] {1}, 1)),
            List.of(),
            new int[] {0},
            new int[] {0, 1},
            List.of());

    assertThat(LazyGreedySearch.solve(task, meter(), BYTES))
        .isInstanceOf(SearchResult.Unsolvable.class);
    assertThat(OptimalSearch.solve(task, meter(), BYTES))
        .isInstanceOf(SearchResult.Unsolvable.class);
  }

  @Test
  void cheapestWayIsTaken_whereAShorterOneIsDearer() {
    GroundTask task =
        new GroundTask(
            List.of("(a)", "(b)", "(c)"),
            3,
            List.of(
                operator("(jump)", new int[] {0}, new int[] {2}, NONE, 5),
                operator("(walk)", new int[] {0}, new int[] {1}, NONE, 2),
                operator("(walk-on)", new int[] {1}, new int[] {2}, NONE, 2)),
            List.of(),
            new int[] {0},
            new int[] {2},
            List.of());

    assertThat(((SearchResult.Found) OptimalSearch.solve(task, meter(), BYTES)).operators())
        .containsExactly(1, 2);
  }

  @Test
  void twoEffectsOfOneOperator_areNotCountedTwice() {
    // One operator does both under conditions that hold: the bound is its cost, not twice that.
    GroundTask task =
        new GroundTask(
            List.of("(a)", "(b)", "(c)", "(d)"),
            4,
            List.of(
                new GroundOperator(
                    "(both)",
                    NONE,
                    List.of(
                        new GroundEffect(new int[] {0}, new int[] {2}, NONE),
                        new GroundEffect(new int[] {1}, new int[] {3}, NONE)),
                    7)),
            List.of(),
            new int[] {0, 1},
            new int[] {2, 3},
            List.of());
    StateSpace space = new StateSpace(task);

    assertThat(new LmCut(new Relaxation(task, new int[] {7}), 1).evaluate(space.initial()))
        .isEqualTo(7);
  }

  @Test
  void hugeCosts_endAsASpentBudget_orAreDividedByTheirCommonFactor() {
    GroundTask even = twoSteps(2_000_000_000, 2_000_000_000);
    GroundTask odd = twoSteps(2_000_000_000, 1_999_999_999);

    assertThat(((SearchResult.Found) OptimalSearch.solve(even, meter(), BYTES)).operators())
        .hasSize(2);
    assertThat(OptimalSearch.solve(odd, meter(), BYTES)).isInstanceOf(SearchResult.Exhausted.class);
    assertThat(((SearchResult.Found) LazyGreedySearch.solve(odd, meter(), BYTES)).operators())
        .hasSize(2);
  }

  private static GroundTask twoSteps(int first, int second) {
    return new GroundTask(
        List.of("(a)", "(b)", "(c)"),
        3,
        List.of(
            operator("(first)", new int[] {0}, new int[] {1}, NONE, first),
            operator("(second)", new int[] {1}, new int[] {2}, NONE, second)),
        List.of(),
        new int[] {0},
        new int[] {2},
        List.of());
  }

  @Test
  void longPreconditions_takeNoDeepStack() {
    int facts = 40_000;
    List<String> names = new ArrayList<>();
    int[] all = new int[facts];
    for (int f = 0; f <= facts; f++) {
      names.add("(on o" + f + ")");
    }
    java.util.Arrays.setAll(all, f -> f);
    GroundTask task =
        new GroundTask(
            names,
            facts + 1,
            List.of(
                operator("(all)", all, new int[] {facts}, NONE, 1),
                operator("(all-again)", all, new int[] {facts}, NONE, 1)),
            List.of(),
            all,
            new int[] {facts},
            List.of());

    assertThat(((SearchResult.Found) LazyGreedySearch.solve(task, meter(), BYTES)).operators())
        .hasSize(1);
  }
}
