package org.ponens.solvers.sat;

import java.util.BitSet;

/** A truth value for each propositional variable; a variable that no clause mentions is false. */
public final class Valuation {

  private final BitSet trueVariables;

  Valuation(BitSet trueVariables) {
    this.trueVariables = trueVariables;
  }

  /** Whether a literal, in DIMACS numbering, is true. */
  public boolean satisfies(int literal) {
    return trueVariables.get(Math.abs(literal)) == literal > 0;
  }

  /** The numbers of the true variables, a copy. */
  public BitSet trueVariables() {
    return (BitSet) trueVariables.clone();
  }
}
