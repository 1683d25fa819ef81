package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tuples that hold for one predicate with one sign, in the order in which they were found. Rows
 * only ever grow, so "old", "new in the last round" and "all" are ranges of row numbers. An index
 * per argument, made when first asked for, lists the rows of each constant, ascending.
 */
final class Relation {

  private static final int EMPTY = -1;

  final int arity;
  private int[] cells;
  private int[] ids = new int[4];
  private int[] table = new int[8];
  private int rows;
  private final List<@Nullable Map<Integer, IntList>> indexes;

  /** Rows before this one were known before the last round. */
  int oldEnd;

  /** Rows before this one were known at the end of the last round. */
  int newEnd;

  Relation(int arity) {
    this.arity = arity;
    this.cells = new int[Math.max(4, 4 * arity)];
    Arrays.fill(table, EMPTY);
    this.indexes = new ArrayList<>(arity);
    for (int i = 0; i < arity; i++) {
      indexes.add(null);
    }
  }

  int rows() {
    return rows;
  }

  int cell(int row, int argument) {
    return cells[row * arity + argument];
  }

  /** The number under which the literal of a row is known to the engine. */
  int id(int row) {
    return ids[row];
  }

  /** The row of a tuple, or -1. */
  int find(int[] tuple) {
    int mask = table.length - 1;
    for (int slot = hash(tuple) & mask; ; slot = (slot + 1) & mask) {
      int row = table[slot];
      if (row == EMPTY || equal(row, tuple)) {
        return row;
      }
    }
  }

  /** Adds a tuple that is not there yet. */
  void add(int[] tuple, int id) {
    if (rows == ids.length) {
      ids = Arrays.copyOf(ids, 2 * rows);
    }
    if ((rows + 1) * arity > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(2 * cells.length, (rows + 1) * arity));
    }
    System.arraycopy(tuple, 0, cells, rows * arity, arity);
    ids[rows] = id;
    for (int i = 0; i < arity; i++) {
      Map<Integer, IntList> index = indexes.get(i);
      if (index != null) {
        post(index, tuple[i], rows);
      }
    }
    rows++;
    if (2 * rows > table.length) {
      grow();
    } else {
      place(hash(tuple), rows - 1);
    }
  }

  /**
   * The rows that have this constant as this argument, ascending; null for none. Hashed, as an
   * array over all constants for each of many small relations would be quadratic.
   */
  @Nullable IntList rowsWith(int argument, int constant) {
    Map<Integer, IntList> index = indexes.get(argument);
    if (index == null) {
      index = new HashMap<>();
      for (int row = 0; row < rows; row++) {
        post(index, cell(row, argument), row);
      }
      indexes.set(argument, index);
    }
    return index.get(constant);
  }

  private static void post(Map<Integer, IntList> index, int constant, int row) {
    index.computeIfAbsent(constant, c -> new IntList()).add(row);
  }

  private void grow() {
    table = new int[2 * table.length];
    Arrays.fill(table, EMPTY);
    int[] tuple = new int[arity];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(cells, row * arity, tuple, 0, arity);
      place(hash(tuple), row);
    }
  }

  private void place(int hash, int row) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    table[slot] = row;
  }

  private boolean equal(int row, int[] tuple) {
    int from = row * arity;
    return Arrays.equals(cells, from, from + arity, tuple, 0, arity);
  }

  private static int hash(int[] tuple) {
    int hash = Arrays.hashCode(tuple) * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
