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
    GuardedFormula formula = new GuardedFormula(cnf);
    BitSet all = all(cnf);
    if (!(formula.solve(meter, all) instanceof SatResult.Satisfiable(var some))) {
      return Optional.empty();
    }
    BitSet model = formula.trueVariables(some);
    int[] prefix = new int[cnf.variables()];
    for (int v = 1; v <= cnf.variables(); v++) {
      prefix[v - 1] = -v;
      if (model.get(v)) {
        switch (formula.solve(meter, all, java.util.Arrays.copyOf(prefix, v))) {
          case SatResult.Satisfiable(var earlier) -> model = formula.trueVariables(earlier);
          case SatResult.Unsatisfiable u -> prefix[v - 1] = v;
          case SatResult.Exhausted e -> {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(model);
  }

  /**
   * A minimal model, the same one each time: no other model's true variables are all among its own.
   * Empty if there is none or the budget is spent first.
   */
  public static Optional<BitSet> minimal(Cnf cnf, Meter meter) {
    GuardedFormula formula = new GuardedFormula(cnf);
    if (!(formula.solve(meter, all(cnf)) instanceof SatResult.Satisfiable(var some))) {
      return Optional.empty();
    }
    BitSet model = formula.trueVariables(some);
    while (true) {
      switch (below(cnf, formula, model, meter)) {
        case Smaller.None n -> {
          return Optional.of(model);
        }
        case Smaller.Found(var smaller) -> model = smaller;
        case Smaller.Exhausted e -> {
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
    return below(cnf, new GuardedFormula(cnf), model, meter);
  }

  private static Smaller below(Cnf cnf, GuardedFormula formula, BitSet model, Meter meter) {
    int[] assumptions = new int[cnf.variables() + 1];
    int[] oneFalse = new int[cnf.variables() + 1];
    int fixed = 0;
    int open = 0;
    for (int v = 1; v <= cnf.variables(); v++) {
      if (model.get(v)) {
        oneFalse[open++] = -v;
      } else {
        assumptions[fixed++] = -v;
      }
    }
    int guard = formula.solver().newVariable();
    oneFalse[open++] = -guard;
    assumptions[fixed++] = guard;
    formula.solver().addClause(java.util.Arrays.copyOf(oneFalse, open));
    return switch (formula.solve(meter, all(cnf), java.util.Arrays.copyOf(assumptions, fixed))) {
      case SatResult.Satisfiable(var found) -> new Smaller.Found(formula.trueVariables(found));
      case SatResult.Unsatisfiable u -> new Smaller.None();
      case SatResult.Exhausted e -> new Smaller.Exhausted();
    };
  }

  private static BitSet all(Cnf cnf) {
    BitSet all = new BitSet();
    all.set(0, cnf.constraints().size());
    return all;
  }
}
