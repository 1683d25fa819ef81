package org.ponens.generators.planning.world;

import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Term;

/**
 * A predicate said of objects: what is true or false in a state.
 *
 * @param predicate in lower case, as the arguments
 */
public record Fact(String predicate, List<String> arguments) {

  public Fact {
    Objects.requireNonNull(predicate);
    arguments = List.copyOf(arguments);
  }

  public static Fact of(String predicate, String... arguments) {
    return new Fact(predicate, List.of(arguments));
  }

  /**
   * The fact that an atom without variables says.
   *
   * @throws IllegalArgumentException if it has a variable or a fluent
   */
  public static Fact of(Condition.Atom atom) {
    return new Fact(atom.predicate(), atom.arguments().stream().map(Fact::name).toList());
  }

  private static String name(Term term) {
    return switch (term) {
      case Term.Name(String name, Place place) -> name;
      case Term.Variable variable -> throw new IllegalArgumentException("a variable: " + variable);
      case Term.Fluent fluent -> throw new IllegalArgumentException("a fluent: " + fluent);
    };
  }

  /** This fact as a condition. */
  public Condition.Atom atom() {
    return new Condition.Atom(
        predicate, arguments.stream().<Term>map(Term::name).toList(), Place.NOWHERE);
  }

  /** As PDDL writes it: {@code (on a b)}. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? "(" + predicate + ")"
        : "(" + predicate + " " + String.join(" ", arguments) + ")";
  }
}
