package org.ponens.solvers.sat;

import java.util.Arrays;

/** The variables that may be decided, the most active first; of equals, the one that came first. */
final class VariableHeap {

  private static final double RESCALE = 1e100;

  private double[] activity;
  private int[] heap;
  private int[] place;
  private int size;
  private double increment = 1;

  VariableHeap(int capacity) {
    activity = new double[capacity + 1];
    heap = new int[capacity + 1];
    place = new int[capacity + 1];
  }

  /** Lets variables up to this number in. */
  void grow(int capacity) {
    if (capacity >= activity.length) {
      int length = Math.max(capacity + 1, activity.length + (activity.length >> 1));
      activity = Arrays.copyOf(activity, length);
      heap = Arrays.copyOf(heap, length);
      place = Arrays.copyOf(place, length);
    }
  }

  /** Makes a variable this much more active, before the search. */
  void prefer(int variable, double weight) {
    activity[variable] += weight * increment;
    if (place[variable] > 0) {
      up(place[variable] - 1);
    }
  }

  void bump(int variable) {
    activity[variable] += increment;
    if (activity[variable] > RESCALE) {
      for (int v = 0; v < activity.length; v++) {
        activity[v] /= RESCALE;
      }
      increment /= RESCALE;
    }
    if (place[variable] > 0) {
      up(place[variable] - 1);
    }
  }

  /** What is bumped from now on counts more. */
  void decay() {
    increment /= 0.95;
  }

  void insert(int variable) {
    if (place[variable] == 0) {
      heap[size] = variable;
      place[variable] = ++size;
      up(size - 1);
    }
  }

  /** Takes the most active variable out; 0 if there is none. */
  int poll() {
    if (size == 0) {
      return 0;
    }
    int first = heap[0];
    place[first] = 0;
    int last = heap[--size];
    if (size > 0) {
      heap[0] = last;
      place[last] = 1;
      down();
    }
    return first;
  }

  private boolean before(int a, int b) {
    return activity[a] > activity[b] || (activity[a] == activity[b] && a < b);
  }

  private void up(int start) {
    int index = start;
    int variable = heap[index];
    while (index > 0) {
      int parent = (index - 1) >> 1;
      if (!before(variable, heap[parent])) {
        break;
      }
      heap[index] = heap[parent];
      place[heap[index]] = index + 1;
      index = parent;
    }
    heap[index] = variable;
    place[variable] = index + 1;
  }

  private void down() {
    int index = 0;
    int variable = heap[0];
    while (true) {
      int child = 2 * index + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], variable)) {
        break;
      }
      heap[index] = heap[child];
      place[heap[index]] = index + 1;
      index = child;
    }
    heap[index] = variable;
    place[variable] = index + 1;
  }
}
