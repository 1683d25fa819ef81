package org.ponens.solvers.planning.search;

import java.util.Arrays;

/** A list of numbers that is filled and cleared again and again. */
final class IntBuffer {

  private int[] values = new int[64];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  int removeLast() {
    return values[--size];
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }
}
