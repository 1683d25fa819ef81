package org.ponens.generators.sat.prompt;

import java.util.Locale;

/** How a formula is put before the model: the four formats of SATQuest. */
public enum Format {
  /** In mathematical notation. */
  MATH,
  /** In DIMACS CNF. */
  DIMACS,
  /** A story: each constraint is somebody who is content if it holds. */
  STORY,
  /** A story told from the other side: each clause is what somebody can't stand, all at once. */
  DUAL_STORY;

  /** The name that users write: {@code dual-story}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
