package org.ponens.grammar.cnf;

import java.util.BitSet;

/**
 * A constraint over Boolean variables. Literals are in DIMACS numbering: variable {@code v > 0},
 * its negation {@code -v}. Immutable; two constraints are equal if they are of the same kind, with
 * the same literals in the same order.
 */
public sealed interface Constraint permits Clause, Xor, Cardinality {

  /** The literals as written, a copy. */
  int[] literals();

  /** How many literals there are. */
  int size();

  /** The literal at a position from 0. */
  int literal(int position);

  /**
   * Whether the constraint holds.
   *
   * @param trueVariables bit {@code v} is set if variable {@code v} is true; every other variable
   *     is false
   */
  boolean holds(BitSet trueVariables);

  /** Whether a literal is true where these variables are. */
  static boolean isTrue(int literal, BitSet trueVariables) {
    return trueVariables.get(Math.abs(literal)) == (literal > 0);
  }
}
