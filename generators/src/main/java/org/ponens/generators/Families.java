package org.ponens.generators;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.induction.InductionFamily;
import org.ponens.generators.planning.PlanningFamily;
import org.ponens.generators.sat.SatFamily;
import org.ponens.generators.task.TaskFamily;

/** The families of tasks that commands know, by their names. Immutable. */
public final class Families {

  private static final Families BUILT_IN =
      of(new InductionFamily(), new PlanningFamily(), new SatFamily());

  private final SortedMap<String, TaskFamily> byName;

  private Families(SortedMap<String, TaskFamily> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
  }

  /** The families that Ponens comes with. */
  public static Families builtIn() {
    return BUILT_IN;
  }

  /** These families, whose names differ. */
  public static Families of(TaskFamily... families) {
    SortedMap<String, TaskFamily> byName = new TreeMap<>();
    for (TaskFamily family : families) {
      if (byName.putIfAbsent(family.name(), family) != null) {
        throw new IllegalArgumentException("two families are called " + family.name());
      }
    }
    return new Families(byName);
  }

  /** All of them, by name. */
  public List<TaskFamily> all() {
    return List.copyOf(byName.values());
  }

  /** Their names, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The family with this name. */
  public Optional<TaskFamily> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
