package org.ponens.grammar.satlm;

import java.util.Objects;

/** What an argument, a result or a quantified variable ranges over. */
public sealed interface Sort {

  /** A declared sort. */
  record Named(String name) implements Sort {
    public Named {
      Objects.requireNonNull(name);
    }
  }

  /** The truth values; spelled {@code bool}. */
  record Bool() implements Sort {}

  /** The integers, without bounds; spelled {@code int}. */
  record Int() implements Sort {}

  /** The sort as a program spells it. */
  default String print() {
    return switch (this) {
      case Named(var name) -> name;
      case Bool() -> "bool";
      case Int() -> "int";
    };
  }
}
