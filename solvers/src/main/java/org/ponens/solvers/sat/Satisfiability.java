package org.ponens.solvers.sat;

import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/** Whether a formula has a model. */
public final class Satisfiability {

  private Satisfiability() {}

  /**
   * A model of all constraints, total over the formula's variables, or that there is none. The
   * unsatisfiable result has no core of assumptions; {@link Mus} finds which constraints are at
   * fault.
   */
  public static SatResult solve(Cnf cnf, Meter meter) {
    SatSolver solver = new SatSolver();
    for (int v = 0; v < cnf.variables(); v++) {
      solver.newVariable();
    }
    for (Constraint constraint : cnf.constraints()) {
      Encoder.add(constraint, solver);
    }
    SatResult result = solver.solve(meter);
    return result instanceof SatResult.Satisfiable(var model)
        ? new SatResult.Satisfiable(new Valuation(GuardedFormula.ofFormula(model, cnf.variables())))
        : result;
  }
}
