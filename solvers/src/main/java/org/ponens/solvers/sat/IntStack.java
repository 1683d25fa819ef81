package org.ponens.solvers.sat;

import java.util.Arrays;

/** A growing array of ints. */
final class IntStack {

  private int[] elements;
  private int size;

  IntStack(int capacity) {
    elements = new int[Math.max(4, capacity)];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int index) {
    return elements[index];
  }

  void set(int index, int element) {
    elements[index] = element;
  }

  void push(int element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  int pop() {
    return elements[--size];
  }

  /** Forgets all from this size on. */
  void shrink(int newSize) {
    size = newSize;
  }

  int[] toArray() {
    return Arrays.copyOf(elements, size);
  }
}
