package org.ponens.solvers.planning.equivalence;

import java.util.Arrays;
import java.util.BitSet;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/**
 * Which pairs of basic facts are never true together: those that a search by pairs does not reach,
 * h² of Haslum and Geffner (AIPS 2000). Derived facts are taken for possible at any time, and
 * conditional effects for independent of each other. Counts a step for each operator looked at.
 */
final class PairMutexes {

  /** More facts than that have too many pairs. */
  static final int MOST_FACTS = 3_000;

  private final GroundTask task;
  private final int facts;

  // For each fact those that may be true with it, itself if it may be true.
  private final BitSet[] together;

  private PairMutexes(GroundTask task) {
    this.task = task;
    this.facts = task.basicFacts();
    this.together = new BitSet[facts];
    Arrays.setAll(together, f -> new BitSet(facts));
  }

  /** The pairs of a task; all may be true together if there are too many facts. */
  static PairMutexes of(GroundTask task, Meter meter) {
    PairMutexes mutexes = new PairMutexes(task);
    if (mutexes.facts > MOST_FACTS || !mutexes.run(meter)) {
      Arrays.stream(mutexes.together).forEach(row -> row.set(0, mutexes.facts));
    }
    return mutexes;
  }

  /** Whether a state may be reached where both are true. */
  boolean isPossible(int fact, int other) {
    return fact >= facts || other >= facts || together[fact].get(other);
  }

  /** Whether a state may be reached where the operator can be applied. */
  boolean isPossible(GroundOperator operator) {
    return isPossible(operator.precondition());
  }

  private boolean isPossible(int[] condition) {
    for (int i = 0; i < condition.length; i++) {
      for (int j = i; j < condition.length; j++) {
        if (!isPossible(condition[i], condition[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean run(Meter meter) {
    for (int fact : task.initial()) {
      for (int other : task.initial()) {
        together[fact].set(other);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (GroundOperator operator : task.operators()) {
        if (!meter.step()) {
          return false;
        }
        if (isPossible(operator)) {
          changed |= apply(operator);
        }
      }
    }
    return true;
  }

  private boolean apply(GroundOperator operator) {
    BitSet added = new BitSet(facts);
    BitSet kept = new BitSet(facts);
    kept.set(0, facts);
    for (GroundEffect effect : operator.effects()) {
      if (effect.condition().length == 0) {
        Arrays.stream(effect.deletes()).forEach(kept::clear);
      }
    }
    for (int fact : operator.precondition()) {
      if (fact < facts) {
        kept.and(together[fact]);
      }
    }
    for (GroundEffect effect : operator.effects()) {
      if (isPossible(effect.condition())) {
        Arrays.stream(effect.adds()).forEach(added::set);
      }
    }
    // What never was true is not kept.
    for (int fact = kept.nextSetBit(0); fact >= 0; fact = kept.nextSetBit(fact + 1)) {
      if (!together[fact].get(fact)) {
        kept.clear(fact);
      }
    }
    kept.or(added);
    boolean changed = false;
    for (int fact = added.nextSetBit(0); fact >= 0; fact = added.nextSetBit(fact + 1)) {
      BitSet more = (BitSet) kept.clone();
      more.andNot(together[fact]);
      changed |= !more.isEmpty();
      together[fact].or(more);
      for (int other = more.nextSetBit(0); other >= 0; other = more.nextSetBit(other + 1)) {
        together[other].set(fact);
      }
    }
    return changed;
  }
}
