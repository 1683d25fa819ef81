package org.ponens.solvers.planning.search;

import java.util.ArrayDeque;
import java.util.TreeMap;

/** Numbers of states by sum and value, least first; of equals, the last in is the first out. */
final class StateQueue {

  private final TreeMap<Long, IntBuffer> buckets = new TreeMap<>();
  private final ArrayDeque<IntBuffer> spare = new ArrayDeque<>();
  private long size;

  boolean isEmpty() {
    return size == 0;
  }

  long bytes() {
    return size * 8;
  }

  void add(int sum, int value, int state) {
    buckets
        .computeIfAbsent(
            (long) sum << 32 | value, k -> spare.isEmpty() ? new IntBuffer() : spare.pop())
        .add(state);
    size++;
  }

  int poll() {
    IntBuffer least = buckets.firstEntry().getValue();
    int state = least.removeLast();
    size--;
    if (least.size() == 0) {
      spare.push(buckets.pollFirstEntry().getValue());
    }
    return state;
  }
}
