package org.ponens.solvers.satlm;

/**
 * A ground term: the values that it can have, ascending, each with the literal that says it has it.
 * At most one literal is true, and none where the term is undefined. The arrays are not changed.
 */
final class Values {

  static final Values UNDEFINED = new Values(new int[0], new int[0], false);

  private final int[] values;
  private final int[] literals;
  private final boolean total;

  /**
   * @param total whether the term is certainly defined
   */
  Values(int[] values, int[] literals, boolean total) {
    this.values = values;
    this.literals = literals;
    this.total = total;
  }

  static Values of(int constant) {
    return new Values(new int[] {constant}, new int[] {Circuit.TRUE}, true);
  }

  int[] values() {
    return values;
  }

  int[] literals() {
    return literals;
  }

  boolean total() {
    return total;
  }

  int size() {
    return values.length;
  }

  boolean isConstant() {
    return values.length == 1 && literals[0] == Circuit.TRUE;
  }
}
