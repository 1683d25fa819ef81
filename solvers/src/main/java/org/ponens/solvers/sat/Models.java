package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/** Models that an order tells apart: the lexicographically first one, the minimal ones. */
public final class Models {

  private Models() {}

  /** Whether a model has another below it, with some of its true variables false and no more. */
  public sealed interface Smaller {

    /** None: it is minimal. */
    record None() implements Smaller {}

    /** The true variables of a model, a proper subset. */
    record Found(BitSet model) implements Smaller {}

    /** The budget was spent first. */
    record Exhausted() implements Smaller {}
  }

  /**
   * The lexicographically first model: variable 1 counts most, false comes before true. Empty if
   * there is none or the budget is spent first.
   */
  public static Optional<BitSet> first(Cnf cnf, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      return meter.step() ? valuation(table, table.models()) : Optional.empty();
    }
    Cdcl solver = preferringFalse(cnf);
    if (solver.solve(meter) != Cdcl.Status.SATISFIABLE) {
      return Optional.empty();
    }
    BitSet model = solver.model(cnf.variables());
    for (int v = 1; v <= cnf.variables(); v++) {
      if (model.get(v)) {
        switch (solver.solve(meter, -v)) {
          case SATISFIABLE -> model = solver.model(cnf.variables());
          case UNSATISFIABLE -> {}
          case EXHAUSTED -> {
            return Optional.empty();
          }
        }
      }
      solver.addClause(model.get(v) ? v : -v);
    }
    return Optional.of(model);
  }

  /**
   * A minimal model, the same one each time: no other model's true variables are all among its own.
   * Empty if there is none or the budget is spent first.
   */
  public static Optional<BitSet> minimal(Cnf cnf, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      if (!meter.step()) {
        return Optional.empty();
      }
      long[] models = table.models();
      long[] above = table.strictlyAbove(models);
      for (int w = 0; w < models.length; w++) {
        models[w] &= ~above[w];
      }
      return valuation(table, models);
    }
    Cdcl solver = preferringFalse(cnf);
    if (solver.solve(meter) != Cdcl.Status.SATISFIABLE) {
      return Optional.empty();
    }
    while (true) {
      BitSet model = solver.model(cnf.variables());
      addBelow(solver, cnf.variables(), model);
      switch (solver.solve(meter)) {
        case SATISFIABLE -> {}
        case UNSATISFIABLE -> {
          return Optional.of(model);
        }
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
  }

  /**
   * A model whose true variables are a proper subset of these.
   *
   * @param model the true variables of some valuation; need not be a model itself
   */
  public static Smaller smaller(Cnf cnf, BitSet model, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      if (!meter.step()) {
        return new Smaller.Exhausted();
      }
      int number = table.firstBelow(table.models(), model);
      return number < 0 ? new Smaller.None() : new Smaller.Found(table.valuation(number));
    }
    Cdcl solver = preferringFalse(cnf);
    addBelow(solver, cnf.variables(), model);
    return switch (solver.solve(meter)) {
      case SATISFIABLE -> new Smaller.Found(solver.model(cnf.variables()));
      case UNSATISFIABLE -> new Smaller.None();
      case EXHAUSTED -> new Smaller.Exhausted();
    };
  }

  private static Optional<BitSet> valuation(ViolationTable table, long[] set) {
    int first = ViolationTable.first(set);
    return first < 0 ? Optional.empty() : Optional.of(table.valuation(first));
  }

  private static Cdcl preferringFalse(Cnf cnf) {
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    for (int v = 1; v <= cnf.variables(); v++) {
      solver.phase(v, false);
    }
    return solver;
  }

  /** What is false stays false, and of what is true something becomes false. */
  private static void addBelow(Cdcl solver, int variables, BitSet model) {
    IntStack oneFalse = new IntStack(variables);
    for (int v = 1; v <= variables; v++) {
      if (model.get(v)) {
        oneFalse.push(-v);
      } else {
        solver.addClause(-v);
      }
    }
    solver.addClause(oneFalse.toArray());
  }
}
