package org.ponens.solvers.planning.ground;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The tuples of a predicate in the order in which they came, with an index for each set of bound
 * positions that a join asked for. A tuple's row is its number from 0.
 */
final class Relation {

  private final int arity;
  private int[] values;
  private int size;
  private int[] rows = new int[16];
  private final Map<Integer, Index> indices = new HashMap<>();

  Relation(int arity) {
    this.arity = arity;
    this.values = new int[Math.max(1, arity) * 8];
    Arrays.fill(rows, -1);
  }

  int arity() {
    return arity;
  }

  int size() {
    return size;
  }

  int value(int row, int position) {
    return values[row * arity + position];
  }

  /** The row of a tuple, or -1. */
  int find(int[] tuple) {
    int mask = rows.length - 1;
    for (int i = hash(tuple) & mask; rows[i] >= 0; i = (i + 1) & mask) {
      if (equal(rows[i], tuple)) {
        return rows[i];
      }
    }
    return -1;
  }

  boolean contains(int[] tuple) {
    return find(tuple) >= 0;
  }

  /** The row of a tuple, which is added where it is new. */
  int add(int[] tuple) {
    int found = find(tuple);
    if (found >= 0) {
      return found;
    }
    if ((size + 1) * arity > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    System.arraycopy(tuple, 0, values, size * arity, arity);
    if (2 * (size + 1) > rows.length) {
      rehash();
    }
    insert(size, hash(tuple));
    for (Index index : indices.values()) {
      index.add(size, key(index.mask, tuple));
    }
    return size++;
  }

  /**
   * The rows that agree with a tuple where a bit of the mask is set, and perhaps others: whoever
   * asks compares.
   */
  IntRows rows(int mask, int[] tuple) {
    Index index = indices.get(mask);
    if (index == null) {
      index = new Index(mask);
      int[] row = new int[arity];
      for (int r = 0; r < size; r++) {
        System.arraycopy(values, r * arity, row, 0, arity);
        index.add(r, key(mask, row));
      }
      indices.put(mask, index);
    }
    return index.rows(key(mask, tuple));
  }

  private static long key(int mask, int[] tuple) {
    long key = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < tuple.length; i++) {
      if ((mask >> i & 1) != 0) {
        key = (key ^ tuple[i]) * 0xBF58476D1CE4E5B9L;
        key ^= key >>> 29;
      }
    }
    return key;
  }

  private static int hash(int[] tuple) {
    long key = key(-1, tuple);
    return (int) (key ^ key >>> 32);
  }

  private boolean equal(int row, int[] tuple) {
    for (int i = 0; i < arity; i++) {
      if (values[row * arity + i] != tuple[i]) {
        return false;
      }
    }
    return true;
  }

  private void insert(int row, int hash) {
    int mask = rows.length - 1;
    int i = hash & mask;
    while (rows[i] >= 0) {
      i = (i + 1) & mask;
    }
    rows[i] = row;
  }

  private void rehash() {
    rows = new int[4 * rows.length];
    Arrays.fill(rows, -1);
    int[] tuple = new int[arity];
    for (int row = 0; row < size; row++) {
      System.arraycopy(values, row * arity, tuple, 0, arity);
      insert(row, hash(tuple));
    }
  }

  /** Rows under hashed keys. */
  private static final class Index {

    private static final IntRows NONE = new IntRows();

    private final int mask;
    private final Map<Long, IntRows> byKey = new HashMap<>();

    Index(int mask) {
      this.mask = mask;
    }

    void add(int row, long key) {
      byKey.computeIfAbsent(key, k -> new IntRows()).add(row);
    }

    IntRows rows(long key) {
      return byKey.getOrDefault(key, NONE);
    }
  }

  /** A growing list of row numbers. */
  static final class IntRows {
    private int[] rows = new int[4];
    private int size;

    void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
    }

    int size() {
      return size;
    }

    int get(int i) {
      return rows[i];
    }
  }
}
