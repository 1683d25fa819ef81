package org.ponens.solvers.fol.ground;

/** Variables by activity, the most active first: a binary heap. */
final class VariableHeap {

  private final double[] activities;
  private final int[] heap;
  private final int[] positions;
  private int size;

  /** The activities may grow from outside, see {@link #increased}. */
  VariableHeap(double[] activities) {
    this.activities = activities;
    this.heap = new int[activities.length + 1];
    this.positions = new int[activities.length];
  }

  void insert(int variable) {
    if (positions[variable] == 0) {
      heap[++size] = variable;
      positions[variable] = size;
      up(size);
    }
  }

  /** The most active variable, removed; 0 if there is none. */
  int removeMax() {
    if (size == 0) {
      return 0;
    }
    int max = heap[1];
    positions[max] = 0;
    int moved = heap[size--];
    if (size > 0) {
      heap[1] = moved;
      positions[moved] = 1;
      down();
    }
    return max;
  }

  void increased(int variable) {
    if (positions[variable] != 0) {
      up(positions[variable]);
    }
  }

  private void up(int start) {
    int position = start;
    int variable = heap[position];
    while (position > 1 && activities[heap[position / 2]] < activities[variable]) {
      heap[position] = heap[position / 2];
      positions[heap[position]] = position;
      position /= 2;
    }
    heap[position] = variable;
    positions[variable] = position;
  }

  private void down() {
    int position = 1;
    int variable = heap[1];
    while (2 * position <= size) {
      int child = 2 * position;
      if (child < size && activities[heap[child + 1]] > activities[heap[child]]) {
        child++;
      }
      if (activities[heap[child]] <= activities[variable]) {
        break;
      }
      heap[position] = heap[child];
      positions[heap[position]] = position;
      position = child;
    }
    heap[position] = variable;
    positions[variable] = position;
  }
}
