package org.ponens.solvers.sat;

import java.util.List;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/** Whether a formula has a model. */
public final class Satisfiability {

  private Satisfiability() {}

  /**
   * A model of all constraints, total over the formula's variables and the same one each time, or
   * that there is none. The unsatisfiable result has no core of assumptions; {@link Mus} finds
   * which constraints are at fault.
   */
  public static SatResult solve(Cnf cnf, Meter meter) {
    if (ViolationTable.isSmall(cnf)) {
      if (!meter.step()) {
        return new SatResult.Exhausted();
      }
      int model = ViolationTable.firstModel(cnf);
      return model < 0
          ? new SatResult.Unsatisfiable(List.of())
          : new SatResult.Satisfiable(
              new Valuation(ViolationTable.valuation(cnf.variables(), model)));
    }
    Cdcl solver = solver(cnf, cnf.variables());
    return switch (solver.solve(meter)) {
      case SATISFIABLE -> new SatResult.Satisfiable(new Valuation(solver.model(cnf.variables())));
      case UNSATISFIABLE -> new SatResult.Unsatisfiable(List.of());
      case EXHAUSTED -> new SatResult.Exhausted();
    };
  }

  /** A solver with all constraints of a formula, and at least so many variables. */
  static Cdcl solver(Cnf cnf, int variables) {
    Cdcl solver = new Cdcl(variables);
    for (Constraint constraint : cnf.constraints()) {
      if (constraint instanceof Clause clause) {
        solver.addClause(clause.literals());
      } else {
        Encoder.add(constraint, solver);
      }
    }
    return solver;
  }
}
