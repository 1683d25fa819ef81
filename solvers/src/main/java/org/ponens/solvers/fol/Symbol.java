package org.ponens.solvers.fol;

import java.util.Objects;

/** A predicate or function symbol: its name and its number of arguments. */
public record Symbol(String name, int arity) {
  public Symbol {
    Objects.requireNonNull(name);
  }

  @Override
  public String toString() {
    return name + "/" + arity;
  }
}
