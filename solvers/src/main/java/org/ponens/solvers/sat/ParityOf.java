package org.ponens.solvers.sat;

import java.util.Arrays;

/** An exclusive or without repetition: so many of these variables are true, odd or even. */
@SuppressWarnings("ArrayRecordComponent") // a value for the encoder alone
record ParityOf(int[] variables, boolean odd) {

  /** What it says that an odd number of these literals is true. */
  static ParityOf literals(int[] literals) {
    int[] variables = new int[literals.length];
    boolean odd = true;
    for (int i = 0; i < literals.length; i++) {
      variables[i] = Math.abs(literals[i]);
      odd ^= literals[i] < 0;
    }
    Arrays.sort(variables);
    int size = 0;
    for (int variable : variables) {
      if (size > 0 && variables[size - 1] == variable) {
        size--;
      } else {
        variables[size++] = variable;
      }
    }
    return new ParityOf(Arrays.copyOf(variables, size), odd);
  }
}
