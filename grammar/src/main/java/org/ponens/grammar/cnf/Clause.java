package org.ponens.grammar.cnf;

import java.util.Arrays;
import java.util.BitSet;

/** A disjunction of literals; without literals it is false. */
public final class Clause implements Constraint {

  private final int[] literals;

  private Clause(int[] literals) {
    this.literals = literals;
  }

  /**
   * A clause of these literals, as written.
   *
   * @throws IllegalArgumentException if one of them is 0
   */
  public static Clause of(int... literals) {
    return new Clause(Literals.checked(literals));
  }

  @Override
  public int[] literals() {
    return literals.clone();
  }

  @Override
  public int size() {
    return literals.length;
  }

  @Override
  public int literal(int position) {
    return literals[position];
  }

  @Override
  public boolean holds(BitSet trueVariables) {
    for (int literal : literals) {
      if (Constraint.isTrue(literal, trueVariables)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clause clause && Arrays.equals(literals, clause.literals);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(literals);
  }

  @Override
  public String toString() {
    return "Clause" + Arrays.toString(literals);
  }
}
