package org.ponens.solvers.csp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.Constraint;
import org.ponens.grammar.csp.CspOption;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Modality;
import org.ponens.solvers.OptionReport.Premises;

/**
 * Decides finite-domain programs: whether the constraints can hold together, in how many ways, and
 * which options follow. Complete, in the calling thread; stateless and thread-safe.
 *
 * <p>One enumeration decides all options where there are few solutions; otherwise each is decided
 * by a search for a solution with it and one for a solution without.
 */
public final class CspSolver {

  /** Solutions are counted up to this number. */
  public static final int MOST_COUNTED = 10_000;

  /** Counting ends after this many decisions, so that the budget serves the options. */
  private static final long MOST_NODES = 50_000;

  private final CspProgram program;
  private final Meter meter;
  private final Compiler compiler;
  private final List<List<Propagator>> constraints = new ArrayList<>();
  private final Solutions solutions;

  private CspSolver(CspProgram program, Meter meter) {
    this.program = program;
    this.meter = meter;
    this.compiler = new Compiler(program.variables());
    this.solutions = new Solutions(program);
    for (Constraint constraint : program.constraints()) {
      constraints.add(compiler.compile(constraint.condition(), meter));
    }
  }

  /**
   * Decides a program. Where the constraints can hold together, the options that are entailed are
   * selected; where they cannot, no option is decided, as everything would follow.
   *
   * @param budget a step is a decision of the search: a variable is given a value
   */
  public static CspResult solve(CspProgram program, Budget budget) {
    return solve(program, budget.start());
  }

  /** As {@link #solve(CspProgram, Budget)}, on a budget that is being spent already. */
  public static CspResult solve(CspProgram program, Meter meter) {
    return new CspSolver(program, meter).solve();
  }

  private CspResult solve() {
    List<Sides> options = new ArrayList<>();
    for (CspOption option : program.options()) {
      options.add(new Sides(option.condition().map(compiler::test)));
    }
    Tally tally = new Tally(meter);
    Search.End end =
        search(Optional.empty())
            .run(
                values -> {
                  Solutions.Solution solution = solutions.of(values);
                  for (Sides option : options) {
                    option.see(values, solution);
                  }
                  return tally.goesOn();
                },
                MOST_NODES);
    if (tally.count == 0) {
      return end == Search.End.COMPLETE
          ? new CspResult.Decided(inconsistent())
          : new CspResult.Exhausted(meter.elapsed());
    }
    boolean complete = end == Search.End.COMPLETE;
    for (int i = 0; i < options.size() && !complete; i++) {
      decide(options.get(i), program.options().get(i));
    }
    return new CspResult.Decided(report(options, tally, complete));
  }

  /** Counts solutions, for half of the time that is left at most. */
  private static final class Tally {
    private final Meter meter;
    private final Duration spared;
    private long count;

    Tally(Meter meter) {
      this.meter = meter;
      this.spared = meter.remaining().dividedBy(2);
    }

    boolean goesOn() {
      count++;
      return !bounded() && meter.remaining().compareTo(spared) > 0;
    }

    boolean bounded() {
      return count >= MOST_COUNTED;
    }
  }

  private OptionReport report(List<Sides> sides, Tally tally, boolean complete) {
    boolean bounded = !complete && tally.bounded();
    Optional<Long> counted = complete || bounded ? Optional.of(tally.count) : Optional.empty();
    List<OptionReport.Option> options = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      CspOption option = program.options().get(i);
      Modality modality = sides.get(i).modality(complete);
      options.add(
          new OptionReport.Option(
              option.label(),
              statement(option),
              modality,
              modality == Modality.ENTAILED,
              sides.get(i).witness.map(Solutions.Solution::byName),
              sides.get(i).counterexample.map(Solutions.Solution::byName)));
    }
    return new OptionReport(new Premises.Consistent(counted, bounded), options);
  }

  private static String statement(CspOption option) {
    return option.condition().map(Condition::print).or(option::gloss).orElse("unreadable");
  }

  /** An option's solutions so far: one in which it is true, one in which it is false. */
  private static final class Sides {
    private final Optional<Evaluation.Test> test;
    private Optional<Solutions.Solution> witness = Optional.empty();
    private Optional<Solutions.Solution> counterexample = Optional.empty();
    private boolean noneTrue;
    private boolean noneFalse;

    Sides(Optional<Evaluation.Test> test) {
      this.test = test;
    }

    void see(int[] values, Solutions.Solution solution) {
      if (test.isEmpty() || (witness.isPresent() && counterexample.isPresent())) {
        return;
      }
      if (test.get().holds(values)) {
        witness = witness.isPresent() ? witness : Optional.of(solution.kept());
      } else if (counterexample.isEmpty()) {
        counterexample = Optional.of(solution.kept());
      }
    }

    Modality modality(boolean complete) {
      if (test.isEmpty()) {
        return Modality.UNDECIDED;
      }
      if (witness.isPresent() && counterexample.isPresent()) {
        return Modality.POSSIBLE;
      }
      if (witness.isPresent() && (complete || noneFalse)) {
        return Modality.ENTAILED;
      }
      return counterexample.isPresent() && (complete || noneTrue)
          ? Modality.IMPOSSIBLE
          : Modality.UNDECIDED;
    }
  }

  /** Searches for the sides of an option that have not been seen. */
  private void decide(Sides sides, CspOption option) {
    if (option.condition().isEmpty()) {
      return;
    }
    Condition condition = option.condition().get();
    if (sides.witness.isEmpty()) {
      Optional<Search.End> end = seek(sides, condition);
      sides.noneTrue = end.filter(e -> e == Search.End.COMPLETE).isPresent();
    }
    if (sides.counterexample.isEmpty()) {
      Optional<Search.End> end = seek(sides, new Condition.Not(condition));
      sides.noneFalse = end.filter(e -> e == Search.End.COMPLETE).isPresent();
    }
  }

  private Optional<Search.End> seek(Sides sides, Condition condition) {
    if (meter.exhausted()) {
      return Optional.empty();
    }
    return Optional.of(
        search(Optional.of(condition))
            .run(
                values -> {
                  sides.see(values, solutions.of(values));
                  return false;
                },
                Long.MAX_VALUE));
  }

  private Search search(Optional<Condition> further) {
    List<Propagator> all = new ArrayList<>();
    constraints.forEach(all::addAll);
    further.ifPresent(condition -> all.addAll(compiler.compile(condition, meter)));
    return new Search(compiler.domains(), all, meter);
  }

  private OptionReport inconsistent() {
    Premises premises = Core.of(compiler.domains(), constraints, meter);
    List<OptionReport.Option> options =
        program.options().stream()
            .map(
                option ->
                    new OptionReport.Option(
                        option.label(),
                        statement(option),
                        Modality.UNDECIDED,
                        false,
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new OptionReport(premises, options);
  }
}
