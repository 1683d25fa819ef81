package org.ponens.solvers.sat;

import java.util.Arrays;

/**
 * Clauses in one array, an assignment by levels, and unit propagation: each clause is looked at
 * only when one of two watched literals becomes false.
 *
 * <p>Variable {@code v} is {@code 2v} here and its negation {@code 2v + 1}.
 */
class WatchedClauses {

  private static final int[] UNWATCHED = {};

  // A clause is its size, identity, literal block distance (0: never forgotten), then literals.
  static final int IDENTITY = 1;
  static final int DISTANCE = 2;
  static final int HEADER = 3;

  int variables;

  /** For each literal 1 if it is true, -1 if it is false. */
  byte[] value;

  /** For each literal the clauses that watch it, each with another of its literals. */
  private int[][] watch;

  int[] watchSize;

  /** For each assigned variable the clause that made it so, or 0. */
  int[] reason;

  int[] level;

  /** For each variable the truth value it had last. */
  boolean[] phase;

  /** Holds all variables that are not assigned, and perhaps others. */
  final VariableHeap order;

  int[] arena = new int[1024];
  int arenaSize = 1;

  /** The true literals in the order in which they became so, and where each level starts. */
  int[] trail;

  int trailSize;
  final IntStack levelStart = new IntStack(64);
  private int propagated;
  long propagations;

  WatchedClauses(int variables) {
    this.variables = variables;
    int size = variables + 1;
    value = new byte[2 * size];
    watch = new int[2 * size][];
    Arrays.fill(watch, UNWATCHED);
    watchSize = new int[2 * size];
    reason = new int[size];
    level = new int[size];
    phase = new boolean[size];
    trail = new int[size];
    order = new VariableHeap(variables);
    for (int v = 1; v <= variables; v++) {
      order.insert(v);
    }
  }

  /** Makes room for variables below this number. */
  void grow(int size) {
    int before = watch.length;
    value = Arrays.copyOf(value, 2 * size);
    watch = Arrays.copyOf(watch, 2 * size);
    Arrays.fill(watch, before, watch.length, UNWATCHED);
    watchSize = Arrays.copyOf(watchSize, 2 * size);
    reason = Arrays.copyOf(reason, size);
    level = Arrays.copyOf(level, size);
    phase = Arrays.copyOf(phase, size);
    trail = Arrays.copyOf(trail, size);
  }

  void reserve(int literals) {
    int needed = arenaSize + HEADER + literals;
    if (needed > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(needed, arena.length + (arena.length >> 1) + 64));
    }
  }

  void attach(int clause) {
    int first = arena[clause + HEADER];
    int second = arena[clause + HEADER + 1];
    watch(first, clause, second);
    watch(second, clause, first);
  }

  void watch(int code, int clause, int blocker) {
    int[] list = watch[code];
    int size = watchSize[code];
    if (size == list.length) {
      list = Arrays.copyOf(list, Math.max(16, 2 * size));
      watch[code] = list;
    }
    list[size] = clause;
    list[size + 1] = blocker;
    watchSize[code] = size + 2;
  }

  void assign(int code, int because) {
    value[code] = 1;
    value[code ^ 1] = -1;
    int variable = code >> 1;
    reason[variable] = because;
    level[variable] = levelStart.size();
    trail[trailSize++] = code;
  }

  void backTo(int target) {
    if (levelStart.size() <= target) {
      return;
    }
    int start = levelStart.get(target);
    for (int i = trailSize - 1; i >= start; i--) {
      int code = trail[i];
      int variable = code >> 1;
      value[code] = 0;
      value[code ^ 1] = 0;
      phase[variable] = (code & 1) == 0;
      order.insert(variable);
    }
    trailSize = start;
    propagated = start;
    levelStart.shrink(target);
  }

  /** Assigns all that follows; gives a clause that is false, or 0. */
  int propagate() {
    int conflict = 0;
    int[] clauses = arena;
    byte[] values = value;
    while (propagated < trailSize) {
      int falseCode = trail[propagated++] ^ 1;
      int[] list = watch[falseCode];
      int size = watchSize[falseCode];
      int kept = 0;
      int i = 0;
      while (i < size) {
        int clause = list[i];
        int blocker = list[i + 1];
        i += 2;
        if (values[blocker] > 0) {
          list[kept] = clause;
          list[kept + 1] = blocker;
          kept += 2;
          continue;
        }
        int start = clause + HEADER;
        int first = clauses[start];
        if (first == falseCode) {
          first = clauses[start + 1];
          clauses[start] = first;
          clauses[start + 1] = falseCode;
        }
        if (values[first] > 0) {
          list[kept] = clause;
          list[kept + 1] = first;
          kept += 2;
          continue;
        }
        int end = start + clauses[clause];
        int other = start + 2;
        while (other < end && values[clauses[other]] < 0) {
          other++;
        }
        if (other < end) {
          int replacement = clauses[other];
          clauses[other] = falseCode;
          clauses[start + 1] = replacement;
          watch(replacement, clause, first);
          continue;
        }
        list[kept] = clause;
        list[kept + 1] = first;
        kept += 2;
        if (values[first] < 0) {
          conflict = clause;
          while (i < size) {
            list[kept++] = list[i++];
          }
          propagated = trailSize;
        } else {
          propagations++;
          assign(first, clause);
        }
      }
      watchSize[falseCode] = kept;
    }
    return conflict;
  }

  /** Whether a clause is not satisfied at level 0; its first two literals are then unassigned. */
  boolean isOpen(int clause) {
    int start = clause + HEADER;
    int end = start + arena[clause];
    int free = start;
    for (int i = start; i < end; i++) {
      int code = arena[i];
      if (value[code] > 0) {
        return false;
      }
      if (value[code] == 0 && free < start + 2) {
        arena[i] = arena[free];
        arena[free++] = code;
      }
    }
    return true;
  }
}
