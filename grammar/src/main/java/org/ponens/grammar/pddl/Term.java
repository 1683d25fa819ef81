package org.ponens.grammar.pddl;

import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;

/** What stands for an object. */
public sealed interface Term {

  Place place();

  /** A parameter or a quantified variable, named without its question mark. */
  record Variable(String name, Place place) implements Term {
    public Variable {
      Objects.requireNonNull(name);
    }
  }

  /** An object of the problem or a constant of the domain. */
  record Name(String name, Place place) implements Term {
    public Name {
      Objects.requireNonNull(name);
    }
  }

  /**
   * The value of an object fluent, or, within an {@link Expression}, of a numeric one.
   *
   * @param function the fluent's name
   */
  record Fluent(String function, List<Term> arguments, Place place) implements Term {
    public Fluent {
      Objects.requireNonNull(function);
      arguments = List.copyOf(arguments);
    }
  }

  static Variable variable(String name) {
    return new Variable(name, Place.NOWHERE);
  }

  static Name name(String name) {
    return new Name(name, Place.NOWHERE);
  }
}
