package org.ponens.generators.induction.prompt;

import java.util.Locale;

/** How examples are put. */
public enum Format {
  /** A Prolog fact for all that is known. */
  FACTS,
  /** A line for each part. */
  LIST;

  /** The name that users write: {@code facts}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
