package org.ponens.solvers.planning.search;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;

/**
 * The facts that every plan makes true at some time: those of the relaxation, all of them, by
 * propagating sets of landmarks through operators to a fixpoint (Zhu and Givan 2003; Keyder,
 * Richter and Helmert 2010), with the orders that follow.
 */
final class Landmarks {

  private static final long MAX_BITS = 400_000_000L;

  /** The landmarks' facts, ascending; those that are true at first among them. */
  final int[] facts;

  /** By landmark, the landmarks that are true at some time before it first is. */
  final int[][] before;

  /**
   * By landmark, those that it is true immediately before whenever they first become true: what
   * every operator that may add them first wants.
   */
  final int[][] neededFor;

  private Landmarks(int[] facts, int[][] before, int[][] neededFor) {
    this.facts = facts;
    this.before = before;
    this.neededFor = neededFor;
  }

  /** The landmarks of a task; empty if the budget or memory does not allow to find them. */
  static Optional<Landmarks> of(Relaxation relaxation, long[] initial, Meter meter) {
    if ((long) relaxation.facts * relaxation.facts > MAX_BITS) {
      return Optional.empty();
    }
    BitSet[] sets = new BitSet[relaxation.facts];
    Deque<Integer> queue = new ArrayDeque<>();
    BitSet queued = new BitSet();
    for (int fact = 0; fact < relaxation.facts; fact++) {
      if (StateSpace.isTrue(fact, initial)) {
        sets[fact] = new BitSet();
        sets[fact].set(fact);
        enqueue(relaxation.wanting[fact], queue, queued);
      }
    }
    for (int r = 0; r < relaxation.size(); r++) {
      if (relaxation.preconditions[r].length == 0) {
        enqueue(new int[] {r}, queue, queued);
      }
    }
    while (!queue.isEmpty()) {
      if (!meter.step()) {
        return Optional.empty();
      }
      int r = queue.poll();
      queued.clear(r);
      BitSet own = before(relaxation, r, sets);
      if (own == null) {
        continue;
      }
      for (int add : relaxation.adds[r]) {
        if (narrow(sets, add, own)) {
          enqueue(relaxation.wanting[add], queue, queued);
        }
      }
    }
    return Optional.of(collect(relaxation, sets, initial));
  }

  private static void enqueue(int[] operators, Deque<Integer> queue, BitSet queued) {
    for (int r : operators) {
      if (!queued.get(r)) {
        queued.set(r);
        queue.add(r);
      }
    }
  }

  // The landmarks of an operator's precondition; null while it is not known to be reached.
  private static @Nullable BitSet before(Relaxation relaxation, int r, BitSet[] sets) {
    BitSet own = new BitSet();
    for (int fact : relaxation.preconditions[r]) {
      if (sets[fact] == null) {
        return null;
      }
      own.or(sets[fact]);
    }
    return own;
  }

  private static boolean narrow(BitSet[] sets, int add, BitSet own) {
    BitSet known = sets[add];
    if (known == null) {
      sets[add] = (BitSet) own.clone();
      sets[add].set(add);
      return true;
    }
    int count = known.cardinality();
    if (count == 1) {
      return false;
    }
    known.and(own);
    known.set(add);
    return known.cardinality() != count;
  }

  private static Landmarks collect(Relaxation relaxation, BitSet[] sets, long[] initial) {
    BitSet all = new BitSet();
    for (int fact : relaxation.goal) {
      if (sets[fact] != null) {
        all.or(sets[fact]);
      }
    }
    int[] facts = all.stream().toArray();
    int[] numbers = new int[relaxation.facts];
    for (int i = 0; i < facts.length; i++) {
      numbers[facts[i]] = i;
    }
    int[][] before = new int[facts.length][];
    BitSet[] needed = new BitSet[facts.length];
    for (int i = 0; i < facts.length; i++) {
      needed[i] = new BitSet();
    }
    for (int i = 0; i < facts.length; i++) {
      int fact = facts[i];
      before[i] = sets[fact].stream().filter(f -> f != fact).map(f -> numbers[f]).toArray();
      if (!StateSpace.isTrue(fact, initial)) {
        int number = i;
        firstPreconditions(relaxation, sets, fact).stream()
            .filter(all::get)
            .forEach(f -> needed[numbers[f]].set(number));
      }
    }
    int[][] neededFor = new int[facts.length][];
    for (int i = 0; i < facts.length; i++) {
      neededFor[i] = needed[i].stream().toArray();
    }
    return new Landmarks(facts, before, neededFor);
  }

  // What all operators that may be the first to add a fact want.
  private static BitSet firstPreconditions(Relaxation relaxation, BitSet[] sets, int fact) {
    @Nullable BitSet common = null;
    for (int r : relaxation.adding[fact]) {
      BitSet own = before(relaxation, r, sets);
      if (own == null || own.get(fact)) {
        continue;
      }
      BitSet preconditions = new BitSet();
      for (int p : relaxation.preconditions[r]) {
        preconditions.set(p);
      }
      if (common == null) {
        common = preconditions;
      } else {
        common.and(preconditions);
      }
    }
    return common == null ? new BitSet() : common;
  }
}
