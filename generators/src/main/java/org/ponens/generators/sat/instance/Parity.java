package org.ponens.generators.sat.instance;

import java.util.List;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Constraint;

/** Exclusive ors as clauses. */
final class Parity {

  private Parity() {}

  /**
   * The clauses that say that an odd (or even) number of literals is true: each excludes one
   * valuation of the other parity.
   */
  static void clauses(int[] literals, boolean odd, List<Constraint> to) {
    for (int excluded = 0; excluded < 1 << literals.length; excluded++) {
      if ((Integer.bitCount(excluded) & 1) != (odd ? 1 : 0)) {
        int[] clause = literals.clone();
        for (int i = 0; i < clause.length; i++) {
          if ((excluded >>> i & 1) != 0) {
            clause[i] = -clause[i];
          }
        }
        to.add(Clause.of(clause));
      }
    }
  }
}
