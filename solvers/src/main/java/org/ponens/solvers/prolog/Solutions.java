package org.ponens.solvers.prolog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.prolog.Goal.Aggregate;

/** What {@code findall} and {@code aggregate_all} collect; survives backtracking. */
final class Solutions {

  /** No result: there is no greatest of no solutions. */
  static final long NONE = -1;

  /** In the store only: what stands at the head of a compound term. */
  private static final int FUNCTOR = 7;

  private final @Nullable Aggregate aggregate;
  private long[] store = new long[8];
  private int used;
  private int[] roots = new int[8];
  private int count;
  private long number = NONE;

  /**
   * An empty collection.
   *
   * @param aggregate null for a list of all
   */
  Solutions(@Nullable Aggregate aggregate) {
    this.aggregate = aggregate;
  }

  /** Takes a solution's template. */
  void add(long template, Machine machine) throws PrologError {
    count++;
    switch (aggregate) {
      case COUNT -> {}
      case SUM, MAX, MIN -> {
        long value = machine.arithmetic().evaluate(template);
        if (number == NONE) {
          number = value;
        } else if (aggregate == Aggregate.SUM) {
          number = machine.arithmetic().add(number, value);
        } else {
          number = machine.arithmetic().extreme(number, value, aggregate == Aggregate.MAX);
        }
      }
      case BAG -> copy(template, machine);
      case null -> copy(template, machine);
    }
  }

  /** Copies a term; references in the copy count from the start of the store. */
  private void copy(long template, Machine machine) throws PrologError {
    if (count > roots.length) {
      roots = Arrays.copyOf(roots, count * 2);
    }
    Map<Long, Integer> variables = new HashMap<>();
    int root = room(1);
    roots[count - 1] = root;
    store[root] = machine.deref(template);
    // Cells from here on hold what is still to be copied.
    for (int at = root; at < used; at++) {
      long cell = store[at];
      if (Cell.tag(cell) == Cell.REF) {
        int self = at;
        store[at] = Cell.of(Cell.REF, variables.computeIfAbsent(cell, key -> self));
      } else if (Cell.tag(cell) == Cell.STRUCT) {
        machine.step();
        int from = Cell.index(cell);
        long functor = machine.cell(from);
        int arity = Cell.arity(functor);
        int to = room(arity + 1);
        store[at] = Cell.of(Cell.STRUCT, to);
        store[to] = Cell.of(FUNCTOR, functor);
        for (int i = 1; i <= arity; i++) {
          store[to + i] = machine.deref(machine.cell(from + i));
        }
      }
    }
  }

  private int room(int cells) throws PrologError {
    int start = used;
    used += cells;
    if (used > store.length) {
      if (used > 1 << 21) {
        throw PrologError.exhausted("too much is collected");
      }
      store = Arrays.copyOf(store, Math.max(used, store.length * 2));
    }
    return start;
  }

  /** The result as a term on the machine's heap, or {@link #NONE}. */
  long result(Machine machine) throws PrologError {
    return switch (aggregate) {
      case COUNT -> Cell.of(Cell.INT, count);
      case SUM -> number == NONE ? Cell.of(Cell.INT, 0) : number;
      case MAX, MIN -> number;
      case BAG -> list(machine);
      case null -> list(machine);
    };
  }

  private long list(Machine machine) throws PrologError {
    int base = machine.allocate(used);
    for (int i = 0; i < used; i++) {
      long cell = store[i];
      int tag = Cell.tag(cell);
      machine.set(
          base + i,
          switch (tag) {
            case Cell.REF, Cell.STRUCT -> Cell.of(tag, Cell.index(cell) + (long) base);
            case FUNCTOR -> cell >>> Cell.BITS;
            default -> cell;
          });
    }
    long list = Cell.of(Cell.ATOM, KnowledgeBase.NIL);
    for (int i = count - 1; i >= 0; i--) {
      machine.step();
      int cons = machine.allocate(3);
      machine.set(cons, Cell.functor(KnowledgeBase.CONS, 2));
      machine.set(cons + 1, Cell.of(Cell.REF, base + roots[i]));
      machine.set(cons + 2, list);
      list = Cell.of(Cell.STRUCT, cons);
    }
    return list;
  }
}
