package org.ponens.grammar.cnf;

/** What holds for the literals of every constraint. */
final class Literals {

  private Literals() {}

  /** A copy of literals that are none of them 0. */
  static int[] checked(int[] literals) {
    for (int literal : literals) {
      if (literal == 0 || literal == Integer.MIN_VALUE) {
        throw new IllegalArgumentException("no literal: " + literal);
      }
    }
    return literals.clone();
  }
}
