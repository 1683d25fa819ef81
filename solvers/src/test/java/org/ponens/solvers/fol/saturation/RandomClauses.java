package org.ponens.solvers.fol.saturation;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.Literal;

/** Small clauses for laws. */
public final class RandomClauses {

  private RandomClauses() {}

  /**
   * Clauses over two constants, two variables and two unary predicates.
   *
   * @param function with a unary function too
   * @param equality with equations too
   */
  public static Arbitrary<List<Clause>> sets(boolean function, boolean equality, int maxClauses) {
    return clauses(function, equality).list().ofMinSize(1).ofMaxSize(maxClauses);
  }

  public static Arbitrary<Clause> clauses(boolean function, boolean equality) {
    return literals(function, equality).list().ofMinSize(1).ofMaxSize(3).map(Clause::new);
  }

  private static Arbitrary<Literal> literals(boolean function, boolean equality) {
    Arbitrary<Boolean> signs = Arbitraries.of(true, false);
    Arbitrary<Term> terms = terms(function);
    Arbitrary<Literal> atoms =
        Combinators.combine(signs, Arbitraries.of("p", "q"), terms)
            .as((sign, predicate, term) -> new Literal(sign, predicate, List.of(term)));
    Arbitrary<Literal> equations =
        Combinators.combine(signs, terms, terms)
            .as((sign, left, right) -> new Literal(sign, Literal.EQUALITY, List.of(left, right)));
    return equality ? Arbitraries.oneOf(atoms, equations) : atoms;
  }

  private static Arbitrary<Term> terms(boolean function) {
    Arbitrary<Term> simple =
        Arbitraries.of(
            Term.constant("a"), Term.constant("b"), Term.variable("X"), Term.variable("Y"));
    return function
        ? Arbitraries.oneOf(simple, simple.map(argument -> Term.apply("f", argument)))
        : simple;
  }
}
