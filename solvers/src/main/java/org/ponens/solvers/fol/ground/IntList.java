package org.ponens.solvers.fol.ground;

import java.util.Arrays;

/** A growing list of numbers. */
final class IntList {

  private int[] items = new int[4];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return items[index];
  }

  void set(int index, int item) {
    items[index] = item;
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  void truncate(int length) {
    size = length;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
