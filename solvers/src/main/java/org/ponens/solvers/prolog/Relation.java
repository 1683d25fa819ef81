package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.List;

/** The facts of one predicate in their order, with an index on every argument. Immutable. */
final class Relation {

  private static final int[] NONE = {};

  private final int arity;
  private final int rows;
  private final long[] cells;
  private final Index[] indexes;
  private final int[] all;

  /**
   * @param facts atomic cells
   */
  Relation(int arity, List<long[]> facts) {
    this.arity = arity;
    this.rows = facts.size();
    this.cells = new long[rows * arity];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(facts.get(row), 0, cells, row * arity, arity);
    }
    this.all = new int[rows];
    for (int row = 0; row < rows; row++) {
      all[row] = row;
    }
    this.indexes = new Index[arity];
    for (int column = 0; column < arity; column++) {
      indexes[column] = new Index(column);
    }
  }

  int arity() {
    return arity;
  }

  long cell(int row, int column) {
    return cells[row * arity + column];
  }

  int[] all() {
    return all;
  }

  /** The rows with this cell in this column, in their order. */
  int[] rows(int column, long cell) {
    return indexes[column].find(cell);
  }

  /** A hash table with open addressing. */
  private final class Index {
    private final long[] keys;
    private final int[][] found;
    private final int mask;

    Index(int column) {
      int capacity = Integer.highestOneBit(Math.max(1, rows)) * 4;
      this.mask = capacity - 1;
      this.keys = new long[capacity];
      this.found = new int[capacity][];
      List<List<Integer>> lists = new ArrayList<>();
      int[] list = new int[capacity];
      for (int row = 0; row < rows; row++) {
        long key = cell(row, column);
        int at = slot(key);
        if (found[at] == null) {
          keys[at] = key;
          found[at] = NONE;
          list[at] = lists.size();
          lists.add(new ArrayList<>());
        }
        lists.get(list[at]).add(row);
      }
      for (int at = 0; at < capacity; at++) {
        if (found[at] != null) {
          found[at] = lists.get(list[at]).stream().mapToInt(Integer::intValue).toArray();
        }
      }
    }

    private int slot(long key) {
      long hash = key * 0x9E3779B97F4A7C15L;
      int at = (int) (hash >>> 40) & mask;
      while (found[at] != null && keys[at] != key) {
        at = (at + 1) & mask;
      }
      return at;
    }

    int[] find(long key) {
      int[] rows = found[slot(key)];
      return rows == null ? NONE : rows;
    }
  }
}
