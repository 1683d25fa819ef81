package org.ponens.generators.induction.schema;

import java.util.List;
import java.util.Objects;

/**
 * What holds of every part, or of every example: where all of {@code when} is so, all of {@code
 * then} is.
 */
public record Constraint(List<Allowed> when, List<Allowed> then) {

  /** An attribute's value is one of these. */
  public record Allowed(String predicate, List<String> values) {
    public Allowed {
      Objects.requireNonNull(predicate);
      values = List.copyOf(values);
    }
  }

  public Constraint {
    when = List.copyOf(when);
    then = List.copyOf(then);
  }
}
