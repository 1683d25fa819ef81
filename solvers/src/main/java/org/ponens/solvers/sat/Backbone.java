package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/** The backbone of a satisfiable formula: the literals that are true in all its models. */
public final class Backbone {

  private Backbone() {}

  /**
   * The backbone's literals by ascending variable; empty if the budget is spent first.
   *
   * @throws IllegalArgumentException if the formula has no model
   */
  public static Optional<int[]> of(Cnf cnf, Meter meter) {
    GuardedFormula formula = new GuardedFormula(cnf);
    BitSet all = new BitSet();
    all.set(0, cnf.constraints().size());
    BitSet first;
    switch (formula.solve(meter, all)) {
      case SatResult.Satisfiable(var model) -> first = formula.trueVariables(model);
      case SatResult.Unsatisfiable u ->
          throw new IllegalArgumentException("only a satisfiable formula has a backbone");
      case SatResult.Exhausted e -> {
        return Optional.empty();
      }
    }
    BitSet open = new BitSet();
    open.set(1, cnf.variables() + 1);
    int[] literals = new int[cnf.variables()];
    int size = 0;
    for (int v = open.nextSetBit(1); v > 0; v = open.nextSetBit(v + 1)) {
      int literal = first.get(v) ? v : -v;
      switch (formula.solve(meter, all, -literal)) {
        case SatResult.Satisfiable(var model) -> {
          BitSet different = formula.trueVariables(model);
          different.xor(first);
          open.andNot(different);
        }
        case SatResult.Unsatisfiable u -> literals[size++] = literal;
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Arrays.copyOf(literals, size));
  }
}
