package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.Meter;

/**
 * A small conflict-driven clause learner (Marques-Silva and Sakallah 1999) that remembers why it
 * knows each clause, which Sat4j does not: every learned clause follows by unit propagation from
 * its parents (Goldberg and Novikov 2003), and so does each literal that is forced without a
 * decision. It refutes clauses that are known to be unsatisfiable, usually a few dozen.
 */
final class ClauseLearner {

  /**
   * A derived clause.
   *
   * @param id greater than the number of given clauses, whose ids are their indices
   * @param unit whether it is a literal that a clause and other such literals force
   */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Derived(int id, int[] literals, List<Integer> parents, boolean unit) {}

  private static final int NONE = -1;
  private static final int FIRST_RESTART = 100;

  private final List<int[]> clauses = new ArrayList<>();
  private final List<Integer> ids = new ArrayList<>();
  private final List<Derived> derived = new ArrayList<>();
  private final int given;
  private final int suspended;

  private final IntList[] watches;
  private final byte[] values;
  private final boolean[] phases;
  private final int[] levels;
  private final int[] reasons;
  private final int[] units;
  private final double[] activities;
  private double increment = 1;
  private final int[] trail;
  private int trailSize;
  private int propagated;
  private final IntList levelStarts = new IntList();
  private final VariableHeap heap;

  /**
   * @param variables the literals are {@code ±1..±variables}
   * @param suspended the first clause that is used only after the earlier ones have been propagated
   */
  ClauseLearner(int variables, List<int[]> given, int suspended) {
    this.given = given.size();
    this.suspended = suspended;
    watches = new IntList[2 * variables + 2];
    values = new byte[variables + 1];
    phases = new boolean[variables + 1];
    levels = new int[variables + 1];
    reasons = new int[variables + 1];
    units = new int[variables + 1];
    activities = new double[variables + 1];
    trail = new int[variables + 1];
    Arrays.fill(units, NONE);
    for (int i = 0; i < given.size(); i++) {
      clauses.add(given.get(i).clone());
      ids.add(i);
      for (int literal : given.get(i)) {
        activities[Math.abs(literal)] += 1e-3;
      }
    }
    heap = new VariableHeap(activities);
    for (int variable = 1; variable <= variables; variable++) {
      if (activities[variable] > 0) {
        heap.insert(variable);
      }
    }
  }

  /**
   * The derivation of the empty clause, its last; only what it needs. A step is a conflict.
   *
   * @return empty if the budget is spent, or if the clauses are satisfiable
   */
  Optional<List<Derived>> refute(Meter meter) {
    for (int i = 0; i < given; i++) {
      if (i == suspended) {
        int conflict = propagate();
        if (conflict != NONE) {
          return Optional.of(refutation(conflict));
        }
      }
      if (!attach(i)) {
        return Optional.of(refutation(i));
      }
    }
    double untilRestart = FIRST_RESTART;
    int conflicts = 0;
    while (true) {
      int conflict = propagate();
      if (conflict == NONE) {
        if (!decide()) {
          return Optional.empty();
        }
        continue;
      }
      if (levelStarts.size() == 0) {
        return Optional.of(refutation(conflict));
      }
      if (!meter.step()) {
        return Optional.empty();
      }
      learn(conflict);
      if (++conflicts > untilRestart) {
        conflicts = 0;
        untilRestart *= 1.3;
        backtrack(0);
      }
    }
  }

  private int value(int literal) {
    return literal > 0 ? values[literal] : -values[-literal];
  }

  private static int index(int literal) {
    return literal > 0 ? 2 * literal : -2 * literal + 1;
  }

  /** Watches a clause at the root level; false if it is false there. */
  private boolean attach(int clause) {
    int[] literals = clauses.get(clause);
    int open = 0;
    for (int i = 0; i < literals.length; i++) {
      int value = value(literals[i]);
      if (value > 0) {
        return true;
      }
      if (value == 0) {
        int swap = literals[open];
        literals[open++] = literals[i];
        literals[i] = swap;
      }
    }
    if (open == 0) {
      return false;
    }
    if (open == 1) {
      enqueue(literals[0], clause);
    } else {
      watch(literals[0], clause);
      watch(literals[1], clause);
    }
    return true;
  }

  private void watch(int literal, int clause) {
    int index = index(-literal);
    if (watches[index] == null) {
      watches[index] = new IntList();
    }
    watches[index].add(clause);
  }

  private void enqueue(int literal, int reason) {
    int variable = Math.abs(literal);
    values[variable] = (byte) (literal > 0 ? 1 : -1);
    phases[variable] = literal > 0;
    levels[variable] = levelStarts.size();
    reasons[variable] = reason;
    trail[trailSize++] = literal;
    if (levelStarts.size() == 0) {
      int[] literals = clauses.get(reason);
      units[variable] =
          literals.length == 1
              ? ids.get(reason)
              : derive(new int[] {literal}, withUnits(reason, variable), true);
    }
  }

  /** The clause and, for each other variable of it, why its literal is false. */
  private List<Integer> withUnits(int clause, int except) {
    List<Integer> parents = new ArrayList<>();
    parents.add(ids.get(clause));
    for (int literal : clauses.get(clause)) {
      if (Math.abs(literal) != except) {
        parents.add(units[Math.abs(literal)]);
      }
    }
    return parents;
  }

  private int derive(int[] literals, List<Integer> parents, boolean unit) {
    int id = given + derived.size();
    derived.add(new Derived(id, literals, parents, unit));
    return id;
  }

  /** Propagates; the index of a clause that has become false, or NONE. */
  private int propagate() {
    while (propagated < trailSize) {
      int literal = trail[propagated++];
      IntList watching = watches[index(literal)];
      if (watching == null) {
        continue;
      }
      int kept = 0;
      for (int w = 0; w < watching.size(); w++) {
        int clause = watching.get(w);
        int[] literals = clauses.get(clause);
        if (literals[0] == -literal) {
          literals[0] = literals[1];
          literals[1] = -literal;
        }
        if (value(literals[0]) > 0 || !rewatch(clause, literals)) {
          watching.set(kept++, clause);
          if (value(literals[0]) == 0) {
            enqueue(literals[0], clause);
          } else if (value(literals[0]) < 0) {
            for (int rest = w + 1; rest < watching.size(); rest++) {
              watching.set(kept++, watching.get(rest));
            }
            watching.truncate(kept);
            return clause;
          }
        }
      }
      watching.truncate(kept);
    }
    return NONE;
  }

  /** Moves the second watch to a literal that is not false, if there is one. */
  private boolean rewatch(int clause, int[] literals) {
    for (int k = 2; k < literals.length; k++) {
      if (value(literals[k]) >= 0) {
        int swap = literals[1];
        literals[1] = literals[k];
        literals[k] = swap;
        watch(literals[1], clause);
        return true;
      }
    }
    return false;
  }

  private boolean decide() {
    int variable = heap.removeMax();
    while (variable != 0 && values[variable] != 0) {
      variable = heap.removeMax();
    }
    if (variable == 0) {
      return false;
    }
    levelStarts.add(trailSize);
    enqueue(phases[variable] ? variable : -variable, NONE);
    return true;
  }

  /** Learns the clause of the first unique implication point. */
  private void learn(int conflict) {
    int level = levelStarts.size();
    BitSet seen = new BitSet();
    List<Integer> parents = new ArrayList<>();
    IntList learned = new IntList();
    learned.add(0);
    int open = 0;
    int position = trailSize;
    int clause = conflict;
    int pivot = 0;
    while (true) {
      parents.add(ids.get(clause));
      for (int literal : clauses.get(clause)) {
        int variable = Math.abs(literal);
        if (literal == pivot || seen.get(variable)) {
          continue;
        }
        seen.set(variable);
        if (levels[variable] == 0) {
          parents.add(units[variable]);
          continue;
        }
        bump(variable);
        if (levels[variable] == level) {
          open++;
        } else {
          learned.add(literal);
        }
      }
      do {
        pivot = trail[--position];
      } while (!seen.get(Math.abs(pivot)) || levels[Math.abs(pivot)] != level);
      if (--open == 0) {
        break;
      }
      clause = reasons[Math.abs(pivot)];
    }
    learned.set(0, -pivot);
    increment /= 0.95;
    int[] literals = learned.toArray();
    int back = 0;
    for (int i = 1; i < literals.length; i++) {
      if (levels[Math.abs(literals[i])] > back) {
        back = levels[Math.abs(literals[i])];
        int swap = literals[1];
        literals[1] = literals[i];
        literals[i] = swap;
      }
    }
    int id = derive(literals.clone(), parents, false);
    backtrack(back);
    int index = clauses.size();
    clauses.add(literals);
    ids.add(id);
    if (literals.length > 1) {
      watch(literals[0], index);
      watch(literals[1], index);
    }
    enqueue(literals[0], index);
  }

  private void bump(int variable) {
    activities[variable] += increment;
    if (activities[variable] > 1e100) {
      for (int i = 1; i < activities.length; i++) {
        activities[i] *= 1e-100;
      }
      increment *= 1e-100;
    }
    heap.increased(variable);
  }

  private void backtrack(int level) {
    if (levelStarts.size() <= level) {
      return;
    }
    int start = levelStarts.get(level);
    while (trailSize > start) {
      int variable = Math.abs(trail[--trailSize]);
      values[variable] = 0;
      heap.insert(variable);
    }
    propagated = trailSize;
    levelStarts.truncate(level);
  }

  /** The empty clause from a clause that is false at the root level, and all it needs. */
  private List<Derived> refutation(int conflict) {
    int last = derive(new int[0], withUnits(conflict, NONE), true);
    BitSet needed = new BitSet();
    needed.set(last);
    for (int id = last; id >= given; id--) {
      if (needed.get(id)) {
        derived.get(id - given).parents().forEach(needed::set);
      }
    }
    return derived.stream().filter(step -> needed.get(step.id())).toList();
  }
}
