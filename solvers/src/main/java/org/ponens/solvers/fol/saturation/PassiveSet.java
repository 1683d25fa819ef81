package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The clauses that wait, chosen by weight and now and then by age so that none waits for ever. */
final class PassiveSet {

  /** When it holds so many, the heaviest are dropped. */
  private static final int CAPACITY = 60_000;

  private static final Comparator<SharedClause> OLDEST =
      (first, second) -> Integer.compare(first.number, second.number);

  private static final Comparator<SharedClause> LIGHTEST =
      (first, second) ->
          first.priority != second.priority
              ? Integer.compare(first.priority, second.priority)
              : Integer.compare(first.number, second.number);

  private final Strategy strategy;
  private PriorityQueue<SharedClause> byWeight = new PriorityQueue<>(LIGHTEST);
  private PriorityQueue<SharedClause> byAge = new PriorityQueue<>(OLDEST);
  private int size;
  private int turn;
  private boolean dropped;

  PassiveSet(Strategy strategy) {
    this.strategy = strategy;
  }

  /** Whether clauses were dropped to bound the memory. */
  boolean dropped() {
    return dropped;
  }

  void add(SharedClause clause) {
    clause.priority = priority(clause);
    clause.waiting = true;
    byWeight.add(clause);
    byAge.add(clause);
    size++;
    if (size > CAPACITY) {
      shrink();
    }
  }

  private int priority(SharedClause clause) {
    int weight = clause.weight() * 4;
    if (strategy.goalFirst() && clause.goalDistance >= SharedClause.FAR) {
      weight *= 2;
    }
    return weight;
  }

  /** The next clause, or null where none waits. */
  @Nullable SharedClause next() {
    boolean age = ++turn % (strategy.lightPerAge() + 1) == 0;
    PriorityQueue<SharedClause> queue = age ? byAge : byWeight;
    while (true) {
      SharedClause clause = queue.poll();
      if (clause == null) {
        return null;
      }
      if (clause.waiting) {
        clause.waiting = false;
        size--;
        return clause;
      }
    }
  }

  void forEach(Consumer<SharedClause> action) {
    for (SharedClause clause : byWeight) {
      if (clause.waiting) {
        action.accept(clause);
      }
    }
  }

  private void shrink() {
    dropped = true;
    List<SharedClause> kept = new ArrayList<>(CAPACITY / 2);
    while (kept.size() < CAPACITY / 2) {
      SharedClause clause = byWeight.poll();
      if (clause == null) {
        break;
      }
      if (clause.waiting) {
        kept.add(clause);
      }
    }
    for (SharedClause clause : byWeight) {
      clause.waiting = false;
    }
    byWeight = new PriorityQueue<>(LIGHTEST);
    byWeight.addAll(kept);
    byAge = new PriorityQueue<>(OLDEST);
    byAge.addAll(kept);
    size = kept.size();
  }
}
