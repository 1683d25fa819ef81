package org.ponens.grammar.rules;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A predicate applied to terms, or its strong negation.
 *
 * <p>Negation is explicit, as in extended logic programs (Gelfond and Lifschitz 1991): {@code ¬p}
 * holds where it is stated or derived, never because {@code p} is not. Logic-LM writes the sign as
 * a Boolean last argument, {@code Kind(Anne, False)}; here it is {@code positive} and no argument.
 * A predicate is its name and its number of arguments, the Boolean not counted.
 */
public record Literal(String predicate, List<Term> arguments, boolean positive) {

  public Literal {
    Objects.requireNonNull(predicate);
    arguments = List.copyOf(arguments);
  }

  /** A positive literal. */
  public static Literal of(String predicate, Term... arguments) {
    return new Literal(predicate, List.of(arguments), true);
  }

  /** The literal of the other sign. */
  public Literal complement() {
    return new Literal(predicate, arguments, !positive);
  }

  public int arity() {
    return arguments.size();
  }

  /** Whether it holds no variable. */
  public boolean isGround() {
    return arguments.stream().allMatch(term -> term instanceof Term.Constant);
  }

  /** Its variables in the order of the arguments, repetitions included. */
  public Stream<Term.Variable> variables() {
    return arguments.stream()
        .filter(Term.Variable.class::isInstance)
        .map(Term.Variable.class::cast);
  }

  /** The strict spelling, {@code Likes($x, Cat, False)}. */
  @Override
  public String toString() {
    return RulePrinter.print(this);
  }
}
