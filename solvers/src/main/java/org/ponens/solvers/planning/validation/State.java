package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true and which numbers there are while a plan runs: what was so at first, and over it
 * what has changed since, with the step that changed it. Of derived atoms it knows what it is told.
 */
final class State {

  private final InitialState initial;
  private final AtomMap changes = new AtomMap(16);
  private final Map<Long, Rational> numbers = new HashMap<>();
  private int step;
  private int version;
  private FactIndex added;
  private int addedVersion;
  private Derived derived;
  private final AtomMap derivedChanges = new AtomMap(0);

  /** The derived atoms that are true in a version of the state. */
  record Derived(int version, AtomMap atoms, FactIndex index) {}

  State(InitialState initial) {
    this.initial = initial;
    this.added = initial.nothing();
    this.derived = new Derived(-1, new AtomMap(0), added);
  }

  InitialState initial() {
    return initial;
  }

  /** Says that what changes from now on is changed by the action of this number, from 1. */
  void begin(int number) {
    step = number;
  }

  boolean isTrue(long code) {
    int change = changes.get(code);
    return change != 0 ? (change & 1) == 1 : initial.holds(code);
  }

  /** Makes a basic atom true or false. */
  void put(long code, boolean truth) {
    if (isTrue(code) != truth) {
      changes.put(code, step << 1 | (truth ? 1 : 0));
      version++;
    }
  }

  /** The number of the action that last changed a basic atom, 0 if none did. */
  int lastChange(long code) {
    return changes.get(code) >> 1;
  }

  /** The number of the action that last changed a derived atom, 0 if none did. */
  int lastDerivedChange(long code) {
    return derivedChanges.get(code) >> 1;
  }

  Optional<Rational> number(long fluent) {
    Rational changed = numbers.get(fluent);
    return changed != null ? Optional.of(changed) : initial.number(fluent);
  }

  /** All numbers by the codes of their fluents, ascending. */
  SortedMap<Long, Rational> numbers() {
    SortedMap<Long, Rational> all = new TreeMap<>(initial.numbers());
    all.putAll(numbers);
    return all;
  }

  void put(long fluent, Rational value) {
    numbers.put(fluent, value);
    version++;
  }

  /** Whether the derived atoms are those of an earlier version. */
  boolean isDerivedStale() {
    return derived.version() != version;
  }

  Derived derived() {
    return derived;
  }

  /** Starts over with the derived atoms of this version; they are put in one by one. */
  Derived startDerived() {
    derived = new Derived(version, new AtomMap(0), initial.nothing());
    return derived;
  }

  /** Notes which derived atoms have changed with the last action. */
  void derivedSince(Derived before) {
    if (before.version() < 0) {
      return;
    }
    derived
        .atoms()
        .forEach(
            c -> {
              if (before.atoms().get(c) == 0) {
                derivedChanges.put(c, step << 1 | 1);
              }
            });
    before
        .atoms()
        .forEach(
            c -> {
              if (derived.atoms().get(c) == 0) {
                derivedChanges.put(c, step << 1);
              }
            });
  }

  /** The indices that together hold all true atoms, among others that are not. */
  List<FactIndex> indices() {
    if (addedVersion != version) {
      FactIndex now = initial.nothing();
      changes.forEach(
          c -> {
            if (isTrue(c) && !initial.holds(c)) {
              now.add(c);
            }
          });
      added = now;
      addedVersion = version;
    }
    return List.of(initial.index(), added);
  }

  /** The codes of the true basic atoms, ascending. */
  long[] trueAtoms() {
    List<Long> codes = new ArrayList<>();
    initial.forEach(
        c -> {
          if (isTrue(c)) {
            codes.add(c);
          }
        });
    changes.forEach(
        c -> {
          if (isTrue(c) && !initial.holds(c)) {
            codes.add(c);
          }
        });
    return codes.stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
