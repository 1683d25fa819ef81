package org.ponens.grammar.prolog;

import java.util.Objects;

/** The name and arity of a predicate, a predicate indicator: {@code has_car/2}. */
public record Signature(String name, int arity) {

  public Signature {
    Objects.requireNonNull(name);
  }

  @Override
  public String toString() {
    return name + "/" + arity;
  }
}
