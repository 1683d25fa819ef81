package org.ponens.solvers.sat;

import java.util.List;
import java.util.stream.IntStream;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
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
    SatSolver solver = new SatSolver();
    for (int v = 0; v < cnf.variables(); v++) {
      solver.newVariable();
    }
    for (Constraint constraint : cnf.constraints()) {
      Encoder.add(constraint, solver);
    }
    List<Integer> projection = IntStream.rangeClosed(1, cnf.variables()).boxed().toList();
    return solver.count(meter, projection, limit);
  }
}
