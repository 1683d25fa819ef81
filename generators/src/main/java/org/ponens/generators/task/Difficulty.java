package org.ponens.generators.task;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How hard a task is: what was asked for, and what the solvers measured.
 *
 * @param level that was asked for, 1 to 20; empty where only knobs were set
 * @param knobs the values that the item was drawn with, by the knob's name
 * @param measured what the solvers found, by name ({@code conflicts}, {@code backbone})
 * @param hardness one number made of what was measured, which the family's levels are bands of
 */
public record Difficulty(
    OptionalInt level,
    SortedMap<String, String> knobs,
    SortedMap<String, Double> measured,
    double hardness) {

  public Difficulty {
    knobs = Collections.unmodifiableSortedMap(new TreeMap<>(knobs));
    TreeMap<String, Double> numbers = new TreeMap<>(measured);
    // A negative zero is written as 0 and would come back as another number.
    numbers.replaceAll((name, number) -> finite(number) + 0.0);
    measured = Collections.unmodifiableSortedMap(numbers);
    hardness = finite(hardness) + 0.0;
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("what is measured is finite: " + number);
    }
    return number;
  }
}
