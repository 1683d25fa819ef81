package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.Optional;
import org.ponens.grammar.cnf.Cardinality;
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

  /** A best valuation, all constraints counting alike; empty if the budget is spent first. */
  public static Optional<Optimum> solve(Cnf cnf, Meter meter) {
    GuardedFormula formula = new GuardedFormula(cnf);
    int size = cnf.constraints().size();
    int[] guards = new int[size];
    for (int i = 0; i < size; i++) {
      guards[i] = formula.guard(i);
    }
    for (int violations = 0; violations <= size; violations++) {
      int bound = formula.solver().newVariable();
      Encoder.addGuarded(
          Cardinality.of(Cardinality.Relation.AT_LEAST, size - violations, guards),
          bound,
          formula.solver());
      switch (formula.solver().solve(meter, bound)) {
        case SatResult.Satisfiable(var model) -> {
          BitSet best = formula.trueVariables(model);
          return Optional.of(new Optimum(cnf.violations(best), best));
        }
        case SatResult.Unsatisfiable u -> {}
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    throw new AssertionError("some valuation violates at most all constraints");
  }
}
