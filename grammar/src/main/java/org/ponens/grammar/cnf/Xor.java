package org.ponens.grammar.cnf;

import java.util.Arrays;
import java.util.BitSet;

/**
 * An exclusive or: an odd number of its literals is true. In extended DIMACS a line that begins
 * with {@code x} (as CryptoMiniSat reads it). Without literals it is false.
 */
public final class Xor implements Constraint {

  private final int[] literals;

  private Xor(int[] literals) {
    this.literals = literals;
  }

  /**
   * An exclusive or of these literals, as written.
   *
   * @throws IllegalArgumentException if one of them is 0
   */
  public static Xor of(int... literals) {
    return new Xor(Literals.checked(literals));
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
    boolean odd = false;
    for (int literal : literals) {
      odd ^= Constraint.isTrue(literal, trueVariables);
    }
    return odd;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Xor xor && Arrays.equals(literals, xor.literals);
  }

  @Override
  public int hashCode() {
    return 31 + Arrays.hashCode(literals);
  }

  @Override
  public String toString() {
    return "Xor" + Arrays.toString(literals);
  }
}
