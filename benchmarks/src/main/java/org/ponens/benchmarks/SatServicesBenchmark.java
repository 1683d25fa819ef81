package org.ponens.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
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
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Effort;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.Mcs;
import org.ponens.solvers.sat.Mus;
import org.ponens.solvers.sat.Refutation;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * How many formulas of SATQuest's kind a service answers for in a second. Half of the sets checked
 * are right, half have one constraint more or less, as SATQuest's own verification was measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SatServicesBenchmark {

  private static final Budget BUDGET = new Budget(Duration.ofSeconds(10), 100_000);
  private static final int FORMULAS = 256;

  @Param({"10", "16", "20", "50"})
  private int variables;

  private final List<Cnf> formulas = new ArrayList<>();
  private final List<BitSet> cores = new ArrayList<>();
  private final List<BitSet> corrections = new ArrayList<>();
  private int next;

  /** Draws the formulas and the sets to check. */
  @Setup
  public void draw() {
    formulas.addAll(SatFormulas.unsatisfiable(variables, FORMULAS));
    for (int i = 0; i < FORMULAS; i++) {
      Cnf cnf = formulas.get(i);
      BitSet core = Mus.find(cnf, BUDGET.start()).orElseThrow();
      BitSet correction = Mcs.find(cnf, BUDGET.start()).orElseThrow();
      if (i % 2 == 1) {
        core.flip(i * 7 % cnf.constraints().size());
        correction.flip(i * 7 % cnf.constraints().size());
      }
      cores.add(core);
      corrections.add(correction);
    }
  }

  private int index() {
    next = (next + 1) % FORMULAS;
    return next;
  }

  private static Meter meter() {
    return BUDGET.start();
  }

  @Benchmark
  public SatResult satisfiability() {
    return Satisfiability.solve(formulas.get(index()), meter());
  }

  @Benchmark
  public Mcs.Check mcsCheck() {
    int i = index();
    return Mcs.check(formulas.get(i), corrections.get(i), meter());
  }

  @Benchmark
  public Mus.Check musCheck() {
    int i = index();
    return Mus.check(formulas.get(i), cores.get(i), meter());
  }

  @Benchmark
  public Object mcsFind() {
    return Mcs.find(formulas.get(index()), meter());
  }

  @Benchmark
  public Object musFind() {
    return Mus.find(formulas.get(index()), meter());
  }

  @Benchmark
  public Object maxSat() {
    return MaxSat.solve(formulas.get(index()), meter());
  }

  @Benchmark
  public Object effortOfFourRenamings() {
    return Effort.of(formulas.get(index()), 4, meter());
  }

  @Benchmark
  public Object refutation() {
    return Refutation.find(formulas.get(index()), meter());
  }
}
