package org.ponens.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Budget;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.SatSolver;
import org.ponens.solvers.sat.Satisfiability;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * What our layer over Sat4j costs: the same formulas, half of them satisfiable, in a solver of the
 * same kind made anew for each, through the layer and without it. Our own search beside them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SatLayerBenchmark {

  private static final Budget BUDGET = new Budget(Duration.ofSeconds(10), 100_000);
  private static final int FORMULAS = 256;

  @Param({"10", "20", "50"})
  private int variables;

  private final List<Cnf> formulas = new ArrayList<>();
  private final List<int[][]> clauses = new ArrayList<>();
  private int next;

  /** Draws the formulas. */
  @Setup
  public void draw() {
    List<Cnf> satisfiable = SatFormulas.satisfiable(variables, FORMULAS / 2);
    List<Cnf> unsatisfiable = SatFormulas.unsatisfiable(variables, FORMULAS / 2);
    for (int i = 0; i < FORMULAS / 2; i++) {
      formulas.add(satisfiable.get(i));
      formulas.add(unsatisfiable.get(i));
    }
    for (Cnf cnf : formulas) {
      int[][] literals = new int[cnf.constraints().size()][];
      for (int c = 0; c < literals.length; c++) {
        literals[c] = cnf.constraints().get(c).literals();
      }
      clauses.add(literals);
    }
  }

  private int index() {
    next = (next + 1) % FORMULAS;
    return next;
  }

  /** Sat4j alone; it sorts and may change what it is given, so it gets copies. */
  @Benchmark
  public Object bareSat4j() throws TimeoutException {
    ISolver solver = SolverFactory.newGlucose21();
    solver.setTimeoutOnConflicts(100_000);
    try {
      for (int[] clause : clauses.get(index())) {
        solver.addClause(new VecInt(clause.clone()));
      }
    } catch (ContradictionException e) {
      return e;
    }
    return solver.isSatisfiable() ? solver.model() : solver;
  }

  /** Through the layer: total models, step budget, root contradictions remembered. */
  @Benchmark
  public SatResult layer() {
    SatSolver solver = new SatSolver();
    for (int[] clause : clauses.get(index())) {
      solver.addClause(clause);
    }
    return solver.solve(BUDGET.start());
  }

  /** Without Sat4j, as the services of satisfiability tasks do it. */
  @Benchmark
  public SatResult own() {
    return Satisfiability.solve(formulas.get(index()), BUDGET.start());
  }
}
