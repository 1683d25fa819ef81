package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/** Maximum satisfiability: a valuation that violates as few constraints as can be. */
public final class MaxSat {

  private MaxSat() {}

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
    LocalSearch.Found found = LocalSearch.of(cnf, 1, meter);
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    return switch (solver.solve(meter)) {
      case SATISFIABLE -> Optional.of(new Optimum(0, solver.model(cnf.variables())));
      case UNSATISFIABLE ->
          found.violations() == 1
              ? Optional.of(new Optimum(1, found.trueVariables()))
              : raise(cnf, found, meter);
      case EXHAUSTED -> Optional.empty();
    };
  }

  static Optional<Optimum> raise(Cnf cnf, LocalSearch.Found found, Meter meter) {
    GuardedFormula formula = GuardedFormula.allGuarded(cnf);
    Cdcl solver = formula.solver();
    IntStack soft = new IntStack(cnf.constraints().size());
    for (int p = 0; p < cnf.constraints().size(); p++) {
      soft.push(formula.guard(p));
    }
    int violations = 0;
    while (violations < found.violations()) {
      switch (solver.solve(meter, soft.toArray())) {
        case SATISFIABLE -> {
          BitSet best = formula.model();
          if (cnf.violations(best) != violations) {
            throw new AssertionError("a model of what is left violates what was paid for");
          }
          return Optional.of(new Optimum(violations, best));
        }
        case UNSATISFIABLE -> {
          violations++;
          int[] core = smallerCore(solver, meter);
          relax(solver, core, soft);
        }
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Optimum(violations, found.trueVariables()));
  }

  /** The core of the last check, or that of checks of it alone while they get smaller. */
  private static int[] smallerCore(Cdcl solver, Meter meter) {
    int[] core = solver.core();
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
