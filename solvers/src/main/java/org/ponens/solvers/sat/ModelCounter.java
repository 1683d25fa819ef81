package org.ponens.solvers.sat;

import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/** Counts models. */
public final class ModelCounter {

  private ModelCounter() {}

  /**
   * How many valuations of the formula's variables are models; variables that occur nowhere count.
   *
   * @param limit how many are enough, at least 1
   */
  public static ModelCount count(Cnf cnf, long limit, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      if (!meter.step()) {
        return new ModelCount.AtLeast(0);
      }
      long models = ViolationTable.count(table.models());
      return models < limit ? new ModelCount.Exactly(models) : new ModelCount.AtLeast(limit);
    }
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    for (long models = 0; models < limit; models++) {
      switch (solver.solve(meter)) {
        case SATISFIABLE -> {
          int[] other = new int[cnf.variables()];
          for (int v = 1; v <= other.length; v++) {
            other[v - 1] = solver.isTrue(v) ? -v : v;
          }
          solver.addClause(other);
        }
        case UNSATISFIABLE -> {
          return new ModelCount.Exactly(models);
        }
        case EXHAUSTED -> {
          return new ModelCount.AtLeast(models);
        }
      }
    }
    return new ModelCount.AtLeast(limit);
  }
}
