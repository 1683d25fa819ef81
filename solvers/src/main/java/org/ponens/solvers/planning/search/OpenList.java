package org.ponens.solvers.planning.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Edges to states not yet looked at, by the value of the state they leave, first in first out. */
final class OpenList {

  private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();
  private final ArrayDeque<Bucket> spare = new ArrayDeque<>();
  private long size;
  private long capacity;

  /** How often the list has been served, less what it was boosted by. */
  int priority;

  private static final class Bucket {
    private long[] ring = new long[16];
    private int first;
    private int count;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long bytes() {
    return capacity * 8;
  }

  void add(int value, int state, int operator) {
    Bucket bucket = buckets.get(value);
    if (bucket == null) {
      bucket = spare.isEmpty() ? newBucket() : spare.pop();
      buckets.put(value, bucket);
    }
    if (bucket.count == bucket.ring.length) {
      grow(bucket);
    }
    bucket.ring[bucket.first + bucket.count & bucket.ring.length - 1] =
        (long) state << 32 | operator;
    bucket.count++;
    size++;
  }

  private Bucket newBucket() {
    Bucket bucket = new Bucket();
    capacity += bucket.ring.length;
    return bucket;
  }

  private void grow(Bucket bucket) {
    int length = bucket.ring.length;
    long[] larger = new long[2 * length];
    System.arraycopy(bucket.ring, bucket.first, larger, 0, length - bucket.first);
    System.arraycopy(bucket.ring, 0, larger, length - bucket.first, bucket.first);
    bucket.ring = larger;
    bucket.first = 0;
    capacity += length;
  }

  /** An edge of least value, as state * 2^32 + operator. */
  long poll() {
    Map.Entry<Integer, Bucket> lowest = buckets.firstEntry();
    Bucket bucket = lowest.getValue();
    long edge = bucket.ring[bucket.first];
    bucket.first = bucket.first + 1 & bucket.ring.length - 1;
    size--;
    if (--bucket.count == 0) {
      buckets.remove(lowest.getKey());
      bucket.first = 0;
      if (bucket.ring.length > 1024) {
        capacity -= bucket.ring.length;
        bucket.ring = Arrays.copyOf(bucket.ring, 16);
        capacity += 16;
      }
      spare.push(bucket);
    }
    return edge;
  }
}
