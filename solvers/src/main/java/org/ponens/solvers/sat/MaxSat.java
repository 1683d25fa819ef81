package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/** Maximum satisfiability: a valuation that violates as few constraints as can be. */
public final class MaxSat {

  private final Cnf cnf;
  private final Meter meter;
  private final List<BitSet> cores = new ArrayList<>();
  private BitSet best = new BitSet();

  private MaxSat(Cnf cnf, Meter meter) {
    this.cnf = cnf;
    this.meter = meter;
  }

  /**
   * A best valuation.
   *
   * @param violations how many constraints it violates; no valuation violates fewer
   * @param trueVariables the numbers of its true variables
   */
  public record Optimum(int violations, BitSet trueVariables) {}

  /**
   * A best valuation, all constraints counting alike, the same one each time; empty if the budget
   * is spent first. A local search finds a good one. Then cores raise a lower bound, each relaxed
   * so that it is paid for once (PMRES, Narodytska & Bacchus, AAAI 2014), until it is reached.
   */
  public static Optional<Optimum> solve(Cnf cnf, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      if (!meter.step()) {
        return Optional.empty();
      }
      long[] best = table.all();
      int violations = table.leastViolations(best);
      return Optional.of(new Optimum(violations, table.valuation(ViolationTable.first(best))));
    }
    return new MaxSat(cnf, meter).search();
  }

  private Optional<Optimum> search() {
    LocalSearch.Found found = LocalSearch.fromMajority(cnf, 1, 10, meter);
    if (found.violations() == 1) {
      Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
      return switch (solver.solve(meter)) {
        case SATISFIABLE -> Optional.of(new Optimum(0, solver.model(cnf.variables())));
        case UNSATISFIABLE -> Optional.of(new Optimum(1, found.trueVariables()));
        case EXHAUSTED -> Optional.empty();
      };
    }
    if (!disjointCores()) {
      return Optional.empty();
    }
    if (cores.isEmpty()) {
      return Optional.of(new Optimum(0, best));
    }
    int least = cores.size();
    if (least < found.violations()) {
      switch (oneViolationInEachCore()) {
        case SATISFIABLE -> {
          return Optional.of(new Optimum(least, best));
        }
        case UNSATISFIABLE -> least++;
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
    if (least < found.violations()) {
      // Longer, as relaxing cores takes longer yet.
      found = LocalSearch.fromMajority(cnf, least, 50, meter);
    }
    return least == found.violations()
        ? Optional.of(new Optimum(least, found.trueVariables()))
        : raise(found.violations(), found.trueVariables());
  }

  /**
   * Whether the lower bound is met: then all constraints hold but one of each core. Leaves the
   * valuation.
   */
  private Cdcl.Status oneViolationInEachCore() {
    BitSet guarded = new BitSet();
    cores.forEach(guarded::or);
    BitSet hard = new BitSet();
    hard.set(0, cnf.constraints().size());
    hard.andNot(guarded);
    GuardedFormula formula = GuardedFormula.of(cnf, hard, guarded);
    for (BitSet core : cores) {
      int[] guards = core.stream().map(formula::guard).toArray();
      Encoder.add(
          Cardinality.of(Cardinality.Relation.AT_LEAST, guards.length - 1, guards),
          formula.solver());
    }
    formula.preferGuards();
    Cdcl.Status status = formula.solver().solve(meter);
    if (status == Cdcl.Status.SATISFIABLE) {
      best = formula.model();
    }
    return status;
  }

  /** The same without tables and local search, so that tests see every step of the cores. */
  static Optional<Optimum> byCoresAlone(Cnf cnf, Meter meter) {
    return new MaxSat(cnf, meter).raise(cnf.constraints().size() + 1, new BitSet());
  }

  /**
   * Takes away core after core until there is a model; each core costs a violation at least. False
   * if the budget is spent first.
   */
  private boolean disjointCores() {
    BitSet rest = new BitSet();
    rest.set(0, cnf.constraints().size());
    while (true) {
      LearningLog log = new LearningLog();
      MinimalCore.Solved solved = MinimalCore.solve(cnf, rest, log, meter);
      switch (solved.status()) {
        case SATISFIABLE -> {
          best = solved.solver().model(cnf.variables());
          return true;
        }
        case UNSATISFIABLE -> {
          BitSet core = MinimalCore.trimmed(cnf, log.core(), meter);
          cores.add(core);
          rest.andNot(core);
        }
        case EXHAUSTED -> {
          return false;
        }
      }
    }
  }

  /** Relaxes cores until as many violations as are paid for suffice. */
  private Optional<Optimum> raise(int fewest, BitSet fewestAt) {
    GuardedFormula formula = GuardedFormula.allGuarded(cnf);
    Cdcl solver = formula.solver();
    IntStack soft = new IntStack(cnf.constraints().size());
    for (int p = 0; p < cnf.constraints().size(); p++) {
      soft.push(formula.guard(p));
    }
    for (BitSet core : cores) {
      int[] guards = core.stream().map(formula::guard).toArray();
      relax(solver, smaller(solver, guards), soft);
    }
    for (int violations = cores.size(); violations < fewest; violations++) {
      switch (solver.solve(meter, soft.toArray())) {
        case SATISFIABLE -> {
          BitSet model = formula.model();
          if (cnf.violations(model) != violations) {
            throw new AssertionError("a model of what is left violates what was paid for");
          }
          return Optional.of(new Optimum(violations, model));
        }
        case UNSATISFIABLE -> relax(solver, smaller(solver, solver.core()), soft);
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Optimum(fewest, fewestAt));
  }

  /** A core, or those of checks of it alone while they get smaller. */
  private int[] smaller(Cdcl solver, int[] first) {
    int[] core = first;
    while (core.length > 1
        && solver.solve(meter, core) == Cdcl.Status.UNSATISFIABLE
        && solver.core().length < core.length) {
      core = solver.core();
    }
    return core;
  }

  /**
   * Replaces the literals b<sub>1</sub>, ..., b<sub>k</sub> of a core by k - 1: the i-th says that
   * b<sub>i</sub> is true or all after it are. So one of them being false costs nothing more.
   */
  private static void relax(Cdcl solver, int[] core, IntStack soft) {
    BitSet inCore = new BitSet();
    for (int literal : core) {
      inCore.set(literal);
    }
    int kept = 0;
    for (int i = 0; i < soft.size(); i++) {
      if (!inCore.get(soft.get(i))) {
        soft.set(kept++, soft.get(i));
      }
    }
    soft.shrink(kept);
    int allAfter = core[core.length - 1];
    for (int i = core.length - 2; i >= 0; i--) {
      int either = solver.newVariable();
      solver.addClause(-either, core[i], allAfter);
      soft.push(either);
      if (i > 0) {
        int all = solver.newVariable();
        solver.addClause(-all, core[i]);
        solver.addClause(-all, allAfter);
        allAfter = all;
      }
    }
  }
}
