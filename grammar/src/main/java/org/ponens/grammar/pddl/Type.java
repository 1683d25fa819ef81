package org.ponens.grammar.pddl;

import java.util.List;
import org.ponens.grammar.diagnostic.Place;

/**
 * What a parameter ranges over: one type, or either of several.
 *
 * @param names the types, one or more
 */
public record Type(List<String> names, Place place) {

  /** The name of the type of everything. */
  public static final String OBJECT_NAME = "object";

  /** The name of the type of numeric fluents' values. */
  public static final String NUMBER_NAME = "number";

  /** The type of everything: what an untyped name has. */
  public static final Type OBJECT = of(OBJECT_NAME);

  public Type {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a type has a name");
    }
  }

  public static Type of(String name) {
    return new Type(List.of(name), Place.NOWHERE);
  }

  /** Whether this is {@code object} alone. */
  public boolean isObject() {
    return names.size() == 1 && names.get(0).equals(OBJECT_NAME);
  }

  /** As PDDL writes it: {@code truck}, {@code (either truck plane)}. */
  @Override
  public String toString() {
    return names.size() == 1 ? names.get(0) : "(either " + String.join(" ", names) + ")";
  }
}
