package org.ponens.generators.planning.prompt;

import java.util.Locale;

/** How a world is put before the model. */
public enum Wording {
  /** Rules and facts as sentences. */
  ENGLISH,
  /** A domain and a problem. */
  PDDL;

  /** The name that users write: {@code english}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
