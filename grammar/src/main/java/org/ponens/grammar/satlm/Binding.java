package org.ponens.grammar.satlm;

import java.util.Objects;

/**
 * A variable that a quantifier, a count, a sum or {@code Distinct} binds, and what it ranges over.
 */
public record Binding(String variable, Sort sort) {

  public Binding {
    Objects.requireNonNull(variable);
    Objects.requireNonNull(sort);
  }
}
