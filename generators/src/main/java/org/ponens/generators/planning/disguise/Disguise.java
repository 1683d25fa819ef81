package org.ponens.generators.planning.disguise;

import java.util.Locale;

/** What names a task uses. */
public enum Disguise {
  /** Those of its world. */
  NONE,
  /**
   * English words that say something else, as in the mystery domains of Valmeekam and others
   * ("PlanBench", NeurIPS 2023): only the rules count.
   */
  WORDS,
  /** Letters without a meaning. */
  TOKENS;

  /** The name that users write: {@code words}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
