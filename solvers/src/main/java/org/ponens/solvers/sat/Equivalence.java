package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/** Whether two formulas have the same models. */
public final class Equivalence {

  private Equivalence() {}

  /** What a comparison gave. */
  public sealed interface Comparison {

    /** The same models. */
    record Equivalent() implements Comparison {}

    /** The true variables of a valuation that is a model of just one of the two. */
    record Different(BitSet trueVariables) implements Comparison {}

    /** The budget was spent first. */
    record Exhausted() implements Comparison {}
  }

  /** Compares two formulas over the variables of the one that has more. */
  public static Comparison compare(Cnf left, Cnf right, Meter meter) {
    int variables = Math.max(left.variables(), right.variables());
    Comparison there = implies(left, right, variables, meter);
    return there instanceof Comparison.Equivalent ? implies(right, left, variables, meter) : there;
  }

  private static Comparison implies(Cnf left, Cnf right, int variables, Meter meter) {
    SatSolver solver = new SatSolver();
    for (int v = 0; v < variables; v++) {
      solver.newVariable();
    }
    for (Constraint constraint : left.constraints()) {
      Encoder.add(constraint, solver);
    }
    List<Constraint> consequents = right.constraints();
    int[] oneFails = new int[consequents.size()];
    for (int i = 0; i < oneFails.length; i++) {
      oneFails[i] = solver.newVariable();
      Encoder.addNegationGuarded(consequents.get(i), oneFails[i], solver);
    }
    solver.addClause(oneFails);
    return switch (solver.solve(meter)) {
      case SatResult.Satisfiable(var model) ->
          new Comparison.Different(GuardedFormula.ofFormula(model, variables));
      case SatResult.Unsatisfiable u -> new Comparison.Equivalent();
      case SatResult.Exhausted e -> new Comparison.Exhausted();
    };
  }
}
