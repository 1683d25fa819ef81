package org.ponens.solvers.planning.search;

import java.util.Arrays;

/**
 * A queue of numbers by cost, cheapest first: buckets while costs are small, as they mostly are, a
 * heap beyond that.
 */
final class CostQueue {

  private static final int BUCKETS = 4096;

  private final IntBuffer[] buckets = new IntBuffer[BUCKETS];
  private int lowest;
  private int highest = -1;
  private int inBuckets;
  private long[] heap = new long[64];
  private int heapSize;

  CostQueue() {
    Arrays.setAll(buckets, i -> new IntBuffer());
  }

  boolean isEmpty() {
    return inBuckets + heapSize == 0;
  }

  void clear() {
    for (int i = lowest; i <= highest; i++) {
      buckets[i].clear();
    }
    lowest = 0;
    highest = -1;
    inBuckets = 0;
    heapSize = 0;
  }

  void add(int cost, int value) {
    if (cost < BUCKETS) {
      buckets[cost].add(value);
      inBuckets++;
      lowest = Math.min(lowest, cost);
      highest = Math.max(highest, cost);
    } else {
      push((long) cost << 32 | value);
    }
  }

  /** The cheapest, as cost * 2^32 + value. */
  long poll() {
    if (inBuckets > 0) {
      while (buckets[lowest].size() == 0) {
        lowest++;
      }
      inBuckets--;
      return (long) lowest << 32 | buckets[lowest].removeLast();
    }
    return pop();
  }

  private void push(long entry) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heapSize);
    }
    int at = heapSize++;
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
  }

  private long pop() {
    long top = heap[0];
    long last = heap[--heapSize];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heapSize) {
        break;
      }
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
