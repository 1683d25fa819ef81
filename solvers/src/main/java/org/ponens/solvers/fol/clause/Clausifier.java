package org.ponens.solvers.fol.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Meter;

/**
 * Clauses from formulas: simplification of truth values, definitions by polarity where distribution
 * would multiply clauses (Plaisted and Greenbaum 1986, chosen by the count of Nonnengart and
 * Weidenbach 2001), miniscoping, Skolemisation, distribution. Free variables are closed
 * universally. Tautologies and repeated literals are removed. Deterministic: the same problem has
 * the same clauses.
 */
public final class Clausifier {

  /** Deeper formulas are refused, as the walk is recursive. */
  public static final int MAX_DEPTH = 1_500;

  private static final int MAX_CLAUSES = 200_000;
  private static final int MAX_LITERALS = 5_000_000;

  private final SymbolNames names = new SymbolNames();
  private final Set<String> introduced = new HashSet<>();
  private final Meter meter;
  private int clauses;
  private int literals;
  private boolean tooLarge;

  private Clausifier(Meter meter) {
    this.meter = meter;
  }

  /**
   * The clauses of a problem.
   *
   * @param meter one step is a clause made
   * @return empty where a formula is deeper than {@value #MAX_DEPTH}, the clauses are too many, or
   *     the budget is spent
   */
  public static Optional<Clausification> clausify(
      List<Formula> premises, Optional<Formula> conclusion, Meter meter) {
    List<Formula> all = new ArrayList<>(premises);
    conclusion.ifPresent(all::add);
    if (!all.stream().allMatch(Depth::isBounded)) {
      return Optional.empty();
    }
    Clausifier clausifier = new Clausifier(meter);
    all.forEach(clausifier.names::collect);
    List<InputClause> fromPremises = new ArrayList<>();
    for (int i = 0; i < premises.size(); i++) {
      clausifier.add(premises.get(i), true, i, fromPremises);
    }
    List<InputClause> fromConclusion = new ArrayList<>();
    List<InputClause> fromNegation = new ArrayList<>();
    if (conclusion.isPresent()) {
      clausifier.add(conclusion.get(), true, premises.size(), fromConclusion);
      clausifier.add(conclusion.get(), false, premises.size(), fromNegation);
    }
    return clausifier.tooLarge
        ? Optional.empty()
        : Optional.of(
            new Clausification(fromPremises, fromConclusion, fromNegation, clausifier.introduced));
  }

  private void add(Formula formula, boolean positive, int statement, List<InputClause> target) {
    Set<InputClause> found = new LinkedHashSet<>();
    for (Node root : new NormalForm(names, introduced).of(formula, positive)) {
      for (List<Literal> clause : distribute(root, new HashMap<>())) {
        found.add(new InputClause(VariableNames.restore(clause), statement));
      }
    }
    target.addAll(found);
  }

  private List<List<Literal>> distribute(Node node, Map<String, Term> witnesses) {
    if (tooLarge) {
      return List.of();
    }
    return switch (node) {
      case Node.Leaf(var literal, var free) -> {
        Literal skolemised =
            witnesses.isEmpty() ? literal : new Substitution(witnesses).apply(literal);
        if (isTrivial(skolemised)) {
          yield skolemised.positive() ? List.of() : List.of(List.of());
        }
        yield List.of(List.of(skolemised));
      }
      case Node.Universal(var variable, var body, var free) -> distribute(body, witnesses);
      case Node.Existential(var variable, var body, var free) -> {
        Set<String> universal = new LinkedHashSet<>();
        for (String name : free) {
          Node.collectVariables(witnesses.getOrDefault(name, Term.variable(name)), universal);
        }
        String function = names.freshSkolem();
        introduced.add(function);
        witnesses.put(
            variable,
            new Term.Application(function, universal.stream().<Term>map(Term::variable).toList()));
        yield distribute(body, witnesses);
      }
      case Node.Conjunction(var parts, var free) -> {
        List<List<Literal>> all = new ArrayList<>();
        for (Node part : parts) {
          all.addAll(distribute(part, witnesses));
        }
        yield all;
      }
      case Node.Disjunction(var parts, var free) -> {
        List<List<Literal>> product = List.of(List.of());
        for (Node part : parts) {
          product = product(product, distribute(part, witnesses));
        }
        yield product;
      }
    };
  }

  private List<List<Literal>> product(List<List<Literal>> left, List<List<Literal>> right) {
    if (left.size() == 1 && left.getFirst().isEmpty()) {
      return right;
    }
    List<List<Literal>> product = new ArrayList<>(left.size() * right.size());
    for (List<Literal> first : left) {
      for (List<Literal> second : right) {
        clauses++;
        literals += first.size() + second.size();
        if (clauses > MAX_CLAUSES || literals > MAX_LITERALS || !meter.step()) {
          tooLarge = true;
          return List.of();
        }
        union(first, second).ifPresent(product::add);
      }
    }
    return product;
  }

  /** The disjunction of two clauses without repetition; empty if it is a tautology. */
  private static Optional<List<Literal>> union(List<Literal> first, List<Literal> second) {
    List<Literal> union = new ArrayList<>(first.size() + second.size());
    union.addAll(first);
    for (Literal literal : second) {
      boolean repeated = false;
      for (Literal other : first) {
        if (literal.predicate().equals(other.predicate())
            && literal.arguments().equals(other.arguments())) {
          if (literal.positive() != other.positive()) {
            return Optional.empty();
          }
          repeated = true;
        }
      }
      if (!repeated) {
        union.add(literal);
      }
    }
    return Optional.of(union);
  }

  private static boolean isTrivial(Literal literal) {
    return literal.isEquality() && literal.arguments().get(0).equals(literal.arguments().get(1));
  }
}
