package org.ponens.solvers.satlm;

/**
 * A ground term: the values that it can have, ascending, each with the literal that says it has it.
 * At most one literal is true, and none where the term is undefined.
 *
 * @param total whether the term is certainly defined
 */
record Values(int[] values, int[] literals, boolean total) {

  static final Values UNDEFINED = new Values(new int[0], new int[0], false);

  static Values of(int constant) {
    return new Values(new int[] {constant}, new int[] {Circuit.TRUE}, true);
  }

  int size() {
    return values.length;
  }

  boolean isConstant() {
    return values.length == 1 && literals[0] == Circuit.TRUE;
  }
}
