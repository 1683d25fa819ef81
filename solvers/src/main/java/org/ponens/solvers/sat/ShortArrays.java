package org.ponens.solvers.sat;

import java.util.Arrays;

/** Sorts what is short nearly always, such as the literals of a clause. */
final class ShortArrays {

  private static final int SHORT = 16;

  private ShortArrays() {}

  /** Sorts in ascending order; for few elements without the call that sorting many is worth. */
  static void sort(int[] elements) {
    if (elements.length > SHORT) {
      Arrays.sort(elements);
      return;
    }
    for (int i = 1; i < elements.length; i++) {
      int element = elements[i];
      int j = i - 1;
      while (j >= 0 && elements[j] > element) {
        elements[j + 1] = elements[j];
        j--;
      }
      elements[j + 1] = element;
    }
  }
}
