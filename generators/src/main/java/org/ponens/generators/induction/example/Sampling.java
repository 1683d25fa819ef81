package org.ponens.generators.induction.example;

import java.util.Locale;

/** How the examples of a task are drawn. */
public enum Sampling {
  /** Every value is as likely as the others that the constraints leave. */
  UNIFORM,
  /** All are copies of one, but for what the rule speaks of: near misses. */
  MIRROR,
  /** Some values are likelier than others, other ones in every task. */
  SKEWED;

  /** The name that users write: {@code uniform}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
