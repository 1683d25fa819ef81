package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/**
 * A formula in a solver with some of its constraints under guards, so that any set of those can be
 * asked for together with the others.
 */
final class GuardedFormula {

  private final int variables;
  private final int size;
  private final Cdcl solver;

  private GuardedFormula(Cnf cnf) {
    variables = cnf.variables();
    size = cnf.constraints().size();
    solver = new Cdcl(variables + size);
  }

  /** All constraints under guards. */
  static GuardedFormula allGuarded(Cnf cnf) {
    BitSet none = new BitSet();
    BitSet all = new BitSet();
    all.set(0, cnf.constraints().size());
    return of(cnf, none, all);
  }

  /** Some constraints without guards, some with; those in neither set are left out. */
  static GuardedFormula of(Cnf cnf, BitSet hard, BitSet guarded) {
    GuardedFormula formula = new GuardedFormula(cnf);
    List<Constraint> constraints = cnf.constraints();
    for (int p = 0; p < constraints.size(); p++) {
      if (hard.get(p)) {
        Encoder.add(constraints.get(p), formula.solver);
      } else if (guarded.get(p)) {
        Encoder.addGuarded(constraints.get(p), formula.guard(p), formula.solver);
      }
    }
    return formula;
  }

  Cdcl solver() {
    return solver;
  }

  /** The literal that makes a guarded constraint hold. */
  int guard(int position) {
    return variables + 1 + position;
  }

  /** Tries first to let every guarded constraint hold. */
  void preferGuards() {
    for (int p = 0; p < size; p++) {
      solver.phase(guard(p), true);
    }
  }

  /** Whether these guarded constraints have a model with the hard ones. */
  Cdcl.Status solve(Meter meter, BitSet positions) {
    int[] assumptions = new int[positions.cardinality()];
    int count = 0;
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      assumptions[count++] = guard(p);
    }
    return solver.solve(meter, assumptions);
  }

  /** After an unsatisfiable check: the guarded constraints that suffice for it. */
  BitSet core() {
    BitSet positions = new BitSet(size);
    for (int literal : solver.core()) {
      if (literal > variables && literal <= variables + size) {
        positions.set(literal - variables - 1);
      }
    }
    return positions;
  }

  /** After a satisfiable check: the formula's true variables. */
  BitSet model() {
    return solver.model(variables);
  }
}
