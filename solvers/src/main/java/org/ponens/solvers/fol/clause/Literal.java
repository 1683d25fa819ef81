package org.ponens.solvers.fol.clause;

import java.util.List;
import org.ponens.grammar.fol.Term;

/**
 * An atom or its negation. An equality has the predicate {@value #EQUALITY} and two arguments.
 *
 * @param positive the sign
 */
public record Literal(boolean positive, String predicate, List<Term> arguments) {

  /** The predicate of equalities; no other symbol has this name and two arguments. */
  public static final String EQUALITY = "=";

  public Literal {
    arguments = List.copyOf(arguments);
  }

  public boolean isEquality() {
    return arguments.size() == 2 && predicate.equals(EQUALITY);
  }

  /** The complementary literal. */
  public Literal negate() {
    return new Literal(!positive, predicate, arguments);
  }
}
