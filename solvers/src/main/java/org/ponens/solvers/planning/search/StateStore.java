package org.ponens.solvers.planning.search;

import java.util.Arrays;

/**
 * States as bits, each once, numbered from 0 in the order of arrival, each with the state and
 * operator that it was reached by. No object is made for a state.
 */
final class StateStore {

  private static final int FIRST = 4096;
  private static final int PAGE_WORDS = 1 << 16;

  private final int words;
  private final int pageBits;
  private final int page;
  private long[][] pages = new long[16][];
  private int[] parents = new int[FIRST];
  private int[] operators = new int[FIRST];
  private int[] table = new int[FIRST];
  private int size;

  /**
   * @param words of 64 bits for each state
   */
  StateStore(int words) {
    this.words = words;
    // Pages of half a megabyte, so that states of many facts do not take more than they are given.
    this.pageBits =
        Math.min(12, 31 - Integer.numberOfLeadingZeros(Math.max(1, PAGE_WORDS / words)));
    this.page = 1 << pageBits;
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  long bytes() {
    long used = (size + page - 1L) / page;
    return used * page * words * 8L + parents.length * 8L + table.length * 4L;
  }

  /**
   * Adds a state.
   *
   * @return its number, or the complement of the number that it has already
   */
  int add(long[] state, int parent, int operator) {
    int at = position(state);
    if (table[at] >= 0) {
      return ~table[at];
    }
    int id = size++;
    int number = id >> pageBits;
    if (number == pages.length) {
      pages = Arrays.copyOf(pages, 2 * number);
    }
    if ((id & page - 1) == 0) {
      pages[number] = new long[page * words];
    }
    System.arraycopy(state, 0, pages[number], (id & page - 1) * words, words);
    if (id == parents.length) {
      parents = Arrays.copyOf(parents, 2 * id);
      operators = Arrays.copyOf(operators, 2 * id);
    }
    parents[id] = parent;
    operators[id] = operator;
    table[at] = id;
    if (2L * size > table.length) {
      grow();
    }
    return id;
  }

  /** Copies a state's bits to the front of an array. */
  void read(int id, long[] out) {
    System.arraycopy(pages[id >> pageBits], (id & page - 1) * words, out, 0, words);
  }

  void reparent(int id, int parent, int operator) {
    parents[id] = parent;
    operators[id] = operator;
  }

  int parent(int id) {
    return parents[id];
  }

  int operator(int id) {
    return operators[id];
  }

  /** The operators on the way from state 0 to a state. */
  int[] path(int id) {
    int length = 0;
    for (int s = id; parents[s] >= 0; s = parents[s]) {
      length++;
    }
    int[] path = new int[length];
    for (int s = id; parents[s] >= 0; s = parents[s]) {
      path[--length] = operators[s];
    }
    return path;
  }

  private int position(long[] state) {
    int mask = table.length - 1;
    int at = hash(state, 0) & mask;
    while (table[at] >= 0 && !isAt(table[at], state)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean isAt(int id, long[] state) {
    int from = (id & page - 1) * words;
    return Arrays.equals(pages[id >> pageBits], from, from + words, state, 0, words);
  }

  private int hash(long[] state, int from) {
    long hash = 0;
    for (int i = 0; i < words; i++) {
      hash = (hash ^ state[from + i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) (hash ^ hash >>> 29);
  }

  private void grow() {
    table = new int[2 * table.length];
    Arrays.fill(table, -1);
    int mask = table.length - 1;
    for (int id = 0; id < size; id++) {
      int at = hash(pages[id >> pageBits], (id & page - 1) * words) & mask;
      while (table[at] >= 0) {
        at = at + 1 & mask;
      }
      table[at] = id;
    }
  }
}
