package org.ponens.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.fol.Fol;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.Entailment;
import org.ponens.solvers.fol.Verdict;

/**
 * Parse, decide and certify FOLIO stories, one an operation, in turn: the quantiles of the sampled
 * times are those over the stories.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class FolioBenchmark {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(1));

  private List<String> programs = List.of();
  private int next;

  /** Loads the stories. */
  @Setup
  public void load() throws IOException {
    programs = SharedData.find().folio().stream().map(SharedData.Story::program).toList();
  }

  /** The verdict with its certificate. */
  @Benchmark
  public Verdict parseDecideCertify() {
    return Entailment.decide(parse(), BUDGET);
  }

  /** The reading alone. */
  @Benchmark
  public FolProblem parse() {
    while (true) {
      next = (next + 1) % programs.size();
      Parsed<FolProblem> parsed = Fol.parse(programs.get(next));
      if (parsed.value().isPresent()) {
        return parsed.value().get();
      }
    }
  }
}
