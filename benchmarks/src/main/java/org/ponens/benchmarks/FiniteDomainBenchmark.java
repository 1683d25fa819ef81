package org.ponens.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.IntVar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ponens.grammar.csp.Csp;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.csp.CspResult;
import org.ponens.solvers.csp.CspSolver;

/**
 * A puzzle of seven things in a row, all its solutions: our search, which also decides the options,
 * against Choco, which only enumerates. Building the model counts, as every program is solved once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FiniteDomainBenchmark {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(1));

  private final CspProgram program =
      Csp.parse(
              """
              Domain:
              1: first
              7: last
              Variables:
              a [IN] [1, 2, 3, 4, 5, 6, 7]
              b [IN] [1, 2, 3, 4, 5, 6, 7]
              c [IN] [1, 2, 3, 4, 5, 6, 7]
              d [IN] [1, 2, 3, 4, 5, 6, 7]
              e [IN] [1, 2, 3, 4, 5, 6, 7]
              f [IN] [1, 2, 3, 4, 5, 6, 7]
              g [IN] [1, 2, 3, 4, 5, 6, 7]
              Constraints:
              AllDifferentConstraint([a, b, c, d, e, f, g])
              a < b
              b < c
              d == 7
              e < a
              f == e + 1
              Query:
              A) a == 3
              B) c == 6
              C) g == 1
              """)
          .orElseThrow();

  /** Ours, with the options decided. */
  @Benchmark
  public CspResult ponens() {
    return CspSolver.solve(program, BUDGET);
  }

  /** Choco, solutions counted. */
  @Benchmark
  public int choco() {
    Model model = new Model();
    IntVar[] v = model.intVarArray(7, 1, 7);
    model.allDifferent(v).post();
    model.arithm(v[0], "<", v[1]).post();
    model.arithm(v[1], "<", v[2]).post();
    model.arithm(v[3], "=", 7).post();
    model.arithm(v[4], "<", v[0]).post();
    model.arithm(v[5], "-", v[4], "=", 1).post();
    int solutions = 0;
    while (model.getSolver().solve()) {
      solutions++;
    }
    return solutions;
  }
}
