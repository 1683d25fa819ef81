package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/** A formula in a solver, each constraint under a guard, so that any set of them can be asked. */
final class GuardedFormula {

  private final int variables;
  private final SatSolver solver = new SatSolver();

  GuardedFormula(Cnf cnf) {
    variables = cnf.variables();
    List<Constraint> constraints = cnf.constraints();
    for (int i = 0; i < variables + constraints.size(); i++) {
      solver.newVariable();
    }
    for (int i = 0; i < constraints.size(); i++) {
      Encoder.addGuarded(constraints.get(i), guard(i), solver);
    }
  }

  SatSolver solver() {
    return solver;
  }

  int guard(int position) {
    return variables + 1 + position;
  }

  /** Whether these constraints have a model together with further literals. */
  SatResult solve(Meter meter, BitSet positions, int... literals) {
    int[] assumptions = new int[positions.cardinality() + literals.length];
    System.arraycopy(literals, 0, assumptions, 0, literals.length);
    int size = literals.length;
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      assumptions[size++] = guard(p);
    }
    return solver.solve(meter, assumptions);
  }

  /** The positions whose guards are in a core. */
  BitSet positions(List<Integer> core) {
    BitSet positions = new BitSet();
    for (int literal : core) {
      if (literal > variables) {
        positions.set(literal - variables - 1);
      }
    }
    return positions;
  }

  /** The true variables of a model, those of the formula alone. */
  BitSet trueVariables(Valuation model) {
    return ofFormula(model, variables);
  }

  static BitSet ofFormula(Valuation model, int variables) {
    BitSet set = model.trueVariables();
    set.clear(variables + 1, Math.max(set.length(), variables + 1));
    return set;
  }
}
