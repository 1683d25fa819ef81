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
   * The backbone's literals by ascending variable; empty if the budget is spent first. Each literal
   * of a first model is asked for its negation; a model of it clears more than one (Janota, Lynce &
   * Marques-Silva, AI Communications 2015).
   *
   * @throws IllegalArgumentException if the formula has no model
   */
  public static Optional<int[]> of(Cnf cnf, Meter meter) {
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      if (!meter.step()) {
        return Optional.empty();
      }
      long[] models = table.models();
      if (ViolationTable.first(models) < 0) {
        throw noModel();
      }
      return Optional.of(table.backbone(models));
    }
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    BitSet model;
    switch (solver.solve(meter)) {
      case SATISFIABLE -> model = solver.model(cnf.variables());
      case UNSATISFIABLE -> throw noModel();
      case EXHAUSTED -> {
        return Optional.empty();
      }
      default -> throw new AssertionError("all cases are above");
    }
    BitSet open = new BitSet();
    open.set(1, cnf.variables() + 1);
    int[] literals = new int[cnf.variables()];
    int size = 0;
    for (int v = open.nextSetBit(1); v > 0; v = open.nextSetBit(v + 1)) {
      int literal = model.get(v) ? v : -v;
      for (int w = v; w > 0; w = open.nextSetBit(w + 1)) {
        // The next model is to differ in as much as it can.
        solver.phase(w, !model.get(w));
      }
      switch (solver.solve(meter, -literal)) {
        case SATISFIABLE -> {
          BitSet different = solver.model(cnf.variables());
          different.xor(model);
          open.andNot(different);
        }
        case UNSATISFIABLE -> {
          literals[size++] = literal;
          solver.addClause(literal);
        }
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Arrays.copyOf(literals, size));
  }

  private static IllegalArgumentException noModel() {
    return new IllegalArgumentException("only a satisfiable formula has a backbone");
  }
}
