package org.ponens.grammar.csp;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ponens.grammar.diagnostic.Span;

/** Random programs of every construct. */
final class Expressions {

  private static final Span NOWHERE = new Span(0, 0, 1, 1);
  private static final List<String> NAMES =
      List.of("a", "blue_jay", "red book", "in", "x-ray", "Zoë");

  private Expressions() {}

  static Arbitrary<Term> terms(int depth) {
    Arbitrary<Term> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(NAMES).map(Term.Reference::new),
            Arbitraries.integers().between(-9, 9).map(Term.Constant::new));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Term> below = terms(depth - 1);
    Arbitrary<List<Term>> several = below.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        several.map(Term.Sum::new),
        several.map(Term.Product::new),
        several.map(Term.Minimum::new),
        several.map(Term.Maximum::new),
        below.map(Term.Negation::new),
        below.map(Term.Magnitude::new),
        Combinators.combine(below, below).as(Term.Quotient::new),
        Combinators.combine(below, below).as(Term.Remainder::new),
        conditions(depth - 1).map(Term.Indicator::new));
  }

  static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Term> terms = terms(Math.max(0, depth - 1));
    Arbitrary<Condition> comparison =
        Combinators.combine(terms, Arbitraries.of(Relation.class), terms)
            .as(Condition.Comparison::new);
    if (depth == 0) {
      return comparison;
    }
    Arbitrary<Condition> below = conditions(depth - 1);
    Arbitrary<List<Condition>> several = below.list().ofMinSize(2).ofMaxSize(3);
    Arbitrary<List<Term>> list = terms.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        comparison,
        Arbitraries.of(true, false).map(Condition.Truth::new),
        Combinators.combine(terms, list).as(Condition.Membership::new),
        list.map(Condition.AllDifferent::new),
        list.map(Condition.AllEqual::new),
        below.map(Condition.Not::new),
        several.map(Condition.And::new),
        several.map(Condition.Or::new),
        Combinators.combine(below, below).as(Condition.Implies::new),
        Combinators.combine(below, below).as(Condition.Iff::new),
        Combinators.combine(below, below).as(Condition.Xor::new));
  }

  static Arbitrary<CspProgram> programs() {
    Arbitrary<Optional<String>> gloss =
        Arbitraries.of("The red book is left.", "a: b ::: c", "#1").optional();
    Arbitrary<List<Integer>> values =
        Arbitraries.integers().between(-3, 20).set().ofMinSize(1).ofMaxSize(12).map(List::copyOf);
    Arbitrary<List<Variable>> variables =
        values
            .list()
            .ofSize(NAMES.size())
            .map(
                lists ->
                    NAMES.stream()
                        .map(name -> new Variable(name, lists.get(NAMES.indexOf(name))))
                        .toList());
    Arbitrary<TreeMap<Integer, String>> labels =
        Arbitraries.maps(
                Arbitraries.integers().between(-3, 9),
                Arbitraries.of("leftmost", "second-oldest", "most expensive", "3rd (middle)"))
            .ofMaxSize(3)
            .map(TreeMap::new);
    Arbitrary<List<Constraint>> constraints =
        Combinators.combine(conditions(3), gloss)
            .as((condition, words) -> new Constraint(condition, words, NOWHERE))
            .list()
            .ofMaxSize(4);
    Arbitrary<List<CspOption>> options =
        Combinators.combine(conditions(2).optional(0.9), gloss)
            .as((condition, words) -> new CspOption("A", condition, words, NOWHERE))
            .list()
            .ofMinSize(1)
            .ofMaxSize(7)
            .map(Expressions::labelled);
    return Combinators.combine(labels, variables, constraints, options).as(CspProgram::new);
  }

  private static List<CspOption> labelled(List<CspOption> options) {
    List<CspOption> labelled = new java.util.ArrayList<>();
    for (CspOption option : options) {
      labelled.add(
          new CspOption(
              Identifiers.label(labelled.size()), option.condition(), option.gloss(), NOWHERE));
    }
    return labelled;
  }
}
