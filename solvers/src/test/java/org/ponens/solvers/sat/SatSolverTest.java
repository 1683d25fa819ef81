package org.ponens.solvers.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;

class SatSolverTest {

  private final Meter meter = Budget.of(Duration.ofSeconds(10)).start();

  @Test
  void solve_givesATotalModel() {
    SatSolver solver = new SatSolver();
    solver.addClause(1, 2);
    solver.addClause(-1);
    assertThat(solver.solve(meter))
        .isInstanceOfSatisfying(
            SatResult.Satisfiable.class,
            sat -> {
              assertThat(sat.model().satisfies(2)).isTrue();
              assertThat(sat.model().satisfies(-1)).isTrue();
              assertThat(sat.model().satisfies(-99)).isTrue();
            });
  }

  @Test
  void solve_remembersARootContradiction() {
    SatSolver solver = new SatSolver();
    solver.addClause(1);
    solver.addClause(-1);
    assertThat(solver.solve(meter)).isEqualTo(new SatResult.Unsatisfiable(List.of()));
    assertThat(solver.solve(meter, 2)).isInstanceOf(SatResult.Unsatisfiable.class);
  }

  @Test
  void core_namesTheAssumptionsAtFault() {
    SatSolver solver = new SatSolver();
    solver.addClause(-1, 2);
    solver.addClause(-2, -3);
    assertThat(solver.solve(meter, 4, 1, 3))
        .isInstanceOfSatisfying(
            SatResult.Unsatisfiable.class,
            unsat -> assertThat(unsat.core()).containsExactlyInAnyOrder(1, 3));
    assertThat(solver.solve(meter, 4, 1)).isInstanceOf(SatResult.Satisfiable.class);
  }

  @Test
  void solve_stopsWhenTheBudgetIsSpent_andCanGoOn() {
    SatSolver solver = pigeons(9);
    assertThat(solver.solve(new Budget(Duration.ofSeconds(60), 50).start()))
        .isInstanceOf(SatResult.Exhausted.class);
    assertThat(solver.solve(Budget.of(Duration.ofMillis(20)).start()))
        .isInstanceOf(SatResult.Exhausted.class);
    SatSolver easy = pigeons(5);
    assertThat(easy.solve(new Budget(Duration.ofSeconds(60), 3).start()))
        .isInstanceOf(SatResult.Exhausted.class);
    assertThat(easy.solve(meter)).isInstanceOf(SatResult.Unsatisfiable.class);
  }

  @Test
  void enumerate_findsEachModelOnce_andLeavesTheSolverUsable() {
    SatSolver solver = new SatSolver();
    solver.addClause(1, 2);
    List<Boolean> firstIsTrue = new java.util.ArrayList<>();
    assertThat(
            solver.enumerate(
                meter, List.of(1, 2), 10, model -> firstIsTrue.add(model.satisfies(1))))
        .isEqualTo(new ModelCount.Exactly(3));
    assertThat(firstIsTrue).containsExactlyInAnyOrder(true, true, false);
    assertThat(solver.count(meter, List.of(1), 10)).isEqualTo(new ModelCount.Exactly(2));
    assertThat(solver.count(meter, List.of(1, 2), 2)).isEqualTo(new ModelCount.AtLeast(2));
    assertThat(solver.solve(meter, -1)).isInstanceOf(SatResult.Satisfiable.class);
  }

  @Property(tries = 200, seed = "1")
  void count_agreesWithTheTruthTable(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(5);
    SatSolver solver = new SatSolver();
    List<int[]> clauses = new java.util.ArrayList<>();
    for (int i = 0; i < n; i++) {
      int[] clause =
          random
              .ints(1 + random.nextInt(3), 1, n + 1)
              .map(v -> random.nextBoolean() ? v : -v)
              .toArray();
      clauses.add(clause);
      solver.addClause(clause);
    }
    long expected =
        java.util.stream.IntStream.range(0, 1 << n)
            .filter(
                bits ->
                    clauses.stream()
                        .allMatch(c -> java.util.Arrays.stream(c).anyMatch(l -> holds(bits, l))))
            .count();
    List<Integer> variables = java.util.stream.IntStream.rangeClosed(1, n).boxed().toList();
    assertThat(solver.count(meter, variables, 1_000)).isEqualTo(new ModelCount.Exactly(expected));
  }

  @Property(tries = 500, seed = "1")
  void solve_agreesWithTheTruthTable_alsoIncrementally(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(6);
    SatSolver solver = new SatSolver();
    List<int[]> clauses = new java.util.ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < n; i++) {
        int[] clause =
            random
                .ints(1 + random.nextInt(3), 1, n + 1)
                .map(v -> random.nextBoolean() ? v : -v)
                .toArray();
        clauses.add(clause);
        solver.addClause(clause);
      }
      int assumption = random.nextBoolean() ? 1 : -1;
      boolean expected = bruteForce(n, clauses, assumption);
      assertThat(solver.solve(meter, assumption) instanceof SatResult.Satisfiable)
          .isEqualTo(expected);
    }
  }

  private static boolean bruteForce(int n, List<int[]> clauses, int assumption) {
    for (int bits = 0; bits < 1 << n; bits++) {
      int valuation = bits;
      boolean model =
          holds(valuation, assumption)
              && clauses.stream()
                  .allMatch(c -> java.util.Arrays.stream(c).anyMatch(l -> holds(valuation, l)));
      if (model) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(int valuation, int literal) {
    return ((valuation >> (Math.abs(literal) - 1) & 1) == 1) == literal > 0;
  }

  /** n + 1 pigeons in n holes. */
  private static SatSolver pigeons(int n) {
    SatSolver solver = new SatSolver();
    for (int p = 0; p <= n; p++) {
      int pigeon = p;
      solver.addClause(
          java.util.stream.IntStream.rangeClosed(1, n).map(h -> pigeon * n + h).toArray());
      for (int q = 0; q < p; q++) {
        for (int h = 1; h <= n; h++) {
          solver.addClause(-(p * n + h), -(q * n + h));
        }
      }
    }
    return solver;
  }
}
