package org.ponens.solvers.fol;

import static org.ponens.solvers.fol.Sentences.A;
import static org.ponens.solvers.fol.Sentences.B;
import static org.ponens.solvers.fol.Sentences.X;
import static org.ponens.solvers.fol.Sentences.Y;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;

/** Arbitrary formulas over small signatures. */
final class RandomFormulas {

  private RandomFormulas() {}

  /** Propositional formulas. */
  static Arbitrary<Formula> propositional() {
    return connected(Arbitraries.of("P", "Q", "R").map(name -> Formula.atom(name)), List.of(), 3);
  }

  /** Formulas over unary predicates and constants, without equality. */
  static Arbitrary<Formula> monadic() {
    Arbitrary<Term> terms = Arbitraries.of(X, X, Y, A, B);
    Arbitrary<Formula> atoms =
        Combinators.combine(Arbitraries.of("P", "Q"), terms).as(Formula::atom);
    return connected(atoms, List.of(X, Y), 4);
  }

  /** Universal formulas with a binary predicate and equality over two constants. */
  static Arbitrary<Formula> universal() {
    return connected(binaryAtoms(Arbitraries.of(X, Y, A, B)), List.of(), 2)
        .map(body -> Sentences.all(X, Sentences.all(Y, body)));
  }

  /** Formulas without variables over the same symbols. */
  static Arbitrary<Formula> ground() {
    return connected(binaryAtoms(Arbitraries.of(A, B)), List.of(), 2);
  }

  /** Anything over a binary predicate, equality, a function and a constant. */
  static Arbitrary<Formula> general() {
    Arbitrary<Term> simple = Arbitraries.of(X, Y, A);
    Arbitrary<Term> terms = Arbitraries.oneOf(simple, simple.map(t -> Term.apply("f", t)));
    return connected(binaryAtoms(terms), List.of(X, Y), 3);
  }

  private static Arbitrary<Formula> binaryAtoms(Arbitrary<Term> terms) {
    return Arbitraries.oneOf(
        Combinators.combine(terms, terms).as((s, t) -> Formula.atom("R", s, t)),
        terms.map(t -> Formula.atom("P", t)),
        Combinators.combine(terms, terms).as(Formula.Equality::new));
  }

  private static Arbitrary<Formula> connected(
      Arbitrary<Formula> atoms, List<Term> quantified, int depth) {
    if (depth == 0) {
      return Arbitraries.frequencyOf(
          Tuple.of(20, atoms), Tuple.of(1, Arbitraries.of(true, false).map(Formula.Truth::new)));
    }
    Arbitrary<Formula> inner = connected(atoms, quantified, depth - 1);
    Arbitrary<Formula> connectives =
        Arbitraries.oneOf(
            inner.map(Formula.Not::new),
            Combinators.combine(inner, inner).as((f, g) -> Formula.and(f, g)),
            Combinators.combine(inner, inner, inner).as((f, g, h) -> Formula.or(f, g, h)),
            Combinators.combine(inner, inner).as(Formula.Implies::new),
            Combinators.combine(inner, inner).as(Formula.Iff::new),
            Combinators.combine(inner, inner).as(Formula.Xor::new));
    if (quantified.isEmpty()) {
      return connectives;
    }
    Arbitrary<Term> variables = Arbitraries.of(quantified);
    return Arbitraries.oneOf(
        connectives,
        Combinators.combine(variables, inner).as(Sentences::all),
        Combinators.combine(variables, inner).as(Sentences::some));
  }
}
