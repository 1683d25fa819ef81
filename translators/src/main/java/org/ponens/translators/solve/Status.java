package org.ponens.translators.solve;

import java.util.Locale;

/** How far the solving of a formalized question came. */
public enum Status {
  /** Just one option follows, or the program asks no multiple-choice question and was decided. */
  ANSWERED,
  /** Decided, but no option follows, or several do. */
  NO_UNIQUE_OPTION,
  /** The premises contradict each other, so everything and nothing follows. */
  INCONSISTENT,
  /** The program, or what it asks, could not be read. */
  UNREADABLE,
  /** The budget was spent first. */
  OVER_BUDGET,
  /** A defect of ours; the diagnostics name it. */
  INTERNAL_ERROR;

  /** The word in reports: {@code no_unique_option}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a solver came to an end. */
  public boolean isDecided() {
    return this == ANSWERED || this == NO_UNIQUE_OPTION || this == INCONSISTENT;
  }
}
