package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.Meter;

/** All instances of clauses over the constants of their variables' sorts. */
final class Grounder {

  private final Compiled compiled;
  private final AtomTable atoms;
  private final Meter meter;
  private final List<GroundClause> ground = new ArrayList<>();
  private int[] tuple = new int[8];
  private int[] literals = new int[8];
  private boolean exhausted;

  private Grounder(Compiled compiled, AtomTable atoms, Meter meter) {
    this.compiled = compiled;
    this.atoms = atoms;
    this.meter = meter;
  }

  /** The instances; fewer than all once the budget is spent. */
  static List<GroundClause> ground(Compiled compiled, AtomTable atoms, Meter meter) {
    Grounder grounder = new Grounder(compiled, atoms, meter);
    for (int i = 0; i < compiled.clauses().size() && !grounder.exhausted; i++) {
      grounder.ground(i);
    }
    return grounder.ground;
  }

  private void ground(int source) {
    CompiledClause clause = compiled.clauses().get(source);
    int[] sorts = clause.sorts();
    int[] choice = new int[sorts.length];
    int[] instance = new int[sorts.length];
    for (int v = 0; v < sorts.length; v++) {
      instance[v] = compiled.carriers()[sorts[v]][0];
    }
    while (true) {
      if (!meter.step()) {
        exhausted = true;
        return;
      }
      add(clause, source, instance);
      int v = 0;
      while (v < sorts.length) {
        int[] carrier = compiled.carriers()[sorts[v]];
        choice[v]++;
        if (choice[v] < carrier.length) {
          instance[v] = carrier[choice[v]];
          break;
        }
        choice[v] = 0;
        instance[v] = carrier[0];
        v++;
      }
      if (v == sorts.length) {
        return;
      }
    }
  }

  private void add(CompiledClause clause, int source, int[] instance) {
    int size = 0;
    for (int i = 0; i < clause.predicates().length; i++) {
      int[] arguments = clause.arguments()[i];
      if (tuple.length <= arguments.length) {
        tuple = new int[2 * arguments.length + 1];
      }
      tuple[0] = clause.predicates()[i];
      for (int j = 0; j < arguments.length; j++) {
        tuple[j + 1] = arguments[j] >= 0 ? arguments[j] : instance[-1 - arguments[j]];
      }
      if (tuple[0] == Compiler.EQUALITY) {
        if (tuple[1] == tuple[2]) {
          if (clause.signs()[i]) {
            return;
          }
          continue;
        }
        if (tuple[1] > tuple[2]) {
          int swap = tuple[1];
          tuple[1] = tuple[2];
          tuple[2] = swap;
        }
      }
      int atom = atoms.intern(tuple, arguments.length + 1);
      int literal = clause.signs()[i] ? atom : -atom;
      boolean repeated = false;
      for (int k = 0; k < size; k++) {
        if (literals[k] == -literal) {
          return;
        }
        repeated |= literals[k] == literal;
      }
      if (!repeated) {
        if (size == literals.length) {
          literals = Arrays.copyOf(literals, 2 * size);
        }
        literals[size++] = literal;
      }
    }
    ground.add(new GroundClause(Arrays.copyOf(literals, size), source, instance.clone()));
  }
}
