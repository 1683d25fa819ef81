package org.ponens.grammar.pddl;

import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;

/**
 * A name with its type: an object, a constant, a type with its supertype, or, without its question
 * mark, a parameter.
 */
public record TypedName(String name, Type type, Place place) {

  public TypedName {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }

  public static TypedName of(String name, String type) {
    return new TypedName(name, Type.of(type), Place.NOWHERE);
  }
}
