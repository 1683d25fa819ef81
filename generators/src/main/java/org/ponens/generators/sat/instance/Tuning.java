package org.ponens.generators.sat.instance;

import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Settings.Range;

/**
 * The settings that sources share.
 *
 * @param ratios clauses per variable, drawn for each formula
 * @param length literals of each clause of {@code uniform} and {@code planted}
 * @param colours of {@code colouring}
 * @param minViolations how many constraints of an unsatisfiable formula each valuation violates
 */
record Tuning(Ratios ratios, Range length, Range colours, Range minViolations) {

  /** A number of clauses per variable. */
  @FunctionalInterface
  interface Ratios {
    double draw(ItemRandom random);
  }

  static final Tuning INITIAL =
      new Tuning(random -> 4, new Range(3, 3), new Range(2, 3), new Range(1, 1));

  static Tuning of(Settings settings) {
    return new Tuning(
        random -> settings.real("ratio", random),
        settings.range("k"),
        settings.range("colours"),
        settings.range("min_violations"));
  }

  double ratio(ItemRandom random) {
    return ratios.draw(random);
  }

  static int within(Range range, ItemRandom random) {
    return random.between(range.from(), range.to());
  }
}
