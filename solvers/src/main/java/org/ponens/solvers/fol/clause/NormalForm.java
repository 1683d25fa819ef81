package org.ponens.solvers.fol.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Formulas;
import org.ponens.grammar.fol.Term;

/**
 * Negation normal form of one statement, with definitions for subformulas whose distribution would
 * multiply clauses.
 */
final class NormalForm {

  /** A definition must save so many clauses; each costs the reader of a proof a look. */
  private static final double WORTHWHILE = 6;

  /** With the polarities in which it has been emitted. */
  private record Definition(String predicate, Set<Boolean> emitted) {}

  /** The same subformula under the same names of its free variables. */
  private record Occurrence(Integer subformula, List<Term> arguments) {}

  private final SymbolNames names;
  private final Set<String> introduced;
  private final ClauseCounts counts = new ClauseCounts();
  private final IdentityHashMap<Formula, Integer> subformulas = new IdentityHashMap<>();
  private final Map<Occurrence, Definition> definitions = new HashMap<>();
  private final List<Node> roots = new ArrayList<>();
  private int variables;

  NormalForm(SymbolNames names, Set<String> introduced) {
    this.names = names;
    this.introduced = introduced;
  }

  /**
   * The conjunction of the results is equisatisfiable with the universal closure of the formula, or
   * its negation.
   */
  List<Node> of(Formula formula, boolean positive) {
    Map<String, Term> scope = new HashMap<>();
    List<String> closure = new ArrayList<>();
    for (String variable : Formulas.freeVariables(formula)) {
      closure.add(bind(variable, scope));
    }
    Node body = node(formula, positive, scope, 1);
    for (String variable : closure) {
      body = positive ? Node.forAll(variable, body) : Node.exists(variable, body);
    }
    roots.addFirst(body);
    return roots;
  }

  private Node node(
      Formula formula, boolean positive, Map<String, Term> scope, double multiplicity) {
    return switch (formula) {
      case Formula.Truth(var value) -> value == positive ? Node.TRUE : Node.FALSE;
      case Formula.Atom(var predicate, var arguments) ->
          Node.leaf(new Literal(positive, predicate, rename(arguments, scope)));
      case Formula.Equality(var left, var right) ->
          Node.leaf(new Literal(positive, Literal.EQUALITY, rename(List.of(left, right), scope)));
      case Formula.Not(var operand) -> node(operand, !positive, scope, multiplicity);
      case Formula.And(var operands) ->
          positive
              ? conjunction(operands, true, scope, multiplicity)
              : disjunction(parts(operands, false), scope, multiplicity);
      case Formula.Or(var operands) ->
          positive
              ? disjunction(parts(operands, true), scope, multiplicity)
              : conjunction(operands, false, scope, multiplicity);
      case Formula.Implies(var antecedent, var consequent) ->
          positive
              ? disjunction(
                  List.of(new Part(antecedent, false), new Part(consequent, true)),
                  scope,
                  multiplicity)
              : Node.and(
                  List.of(
                      node(antecedent, true, scope, multiplicity),
                      node(consequent, false, scope, multiplicity)));
      case Formula.Iff(var left, var right) ->
          equivalence(left, right, positive, scope, multiplicity);
      case Formula.Xor(var left, var right) ->
          equivalence(left, right, !positive, scope, multiplicity);
      case Formula.ForAll(var variable, var body) ->
          quantified(variable, body, positive, positive, scope, multiplicity);
      case Formula.Exists(var variable, var body) ->
          quantified(variable, body, !positive, positive, scope, multiplicity);
    };
  }

  private record Part(Formula formula, boolean positive) {}

  private static List<Part> parts(List<Formula> operands, boolean positive) {
    return operands.stream().map(operand -> new Part(operand, positive)).toList();
  }

  private Node conjunction(
      List<Formula> operands, boolean positive, Map<String, Term> scope, double multiplicity) {
    List<Node> nodes = new ArrayList<>(operands.size());
    for (Formula operand : operands) {
      nodes.add(node(operand, positive, scope, multiplicity));
    }
    return Node.and(nodes);
  }

  /** Distribution makes the product of the parts' clauses; a definition makes one of a part. */
  private Node disjunction(List<Part> parts, Map<String, Term> scope, double multiplicity) {
    int size = parts.size();
    double[] clauses = new double[size];
    for (int i = 0; i < size; i++) {
      clauses[i] = counts.of(parts.get(i).formula(), parts.get(i).positive());
    }
    boolean[] defined = new boolean[size];
    // The last stays in place if that is enough: in an implication it is the consequent.
    for (int i = 0; i < size; i++) {
      double others = Math.min(ClauseCounts.MANY, multiplicity * productExcept(clauses, i));
      if (clauses[i] > 1 && others * (clauses[i] - 1) - clauses[i] > WORTHWHILE) {
        defined[i] = true;
        clauses[i] = 1;
      }
    }
    List<Node> nodes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Part part = parts.get(i);
      nodes.add(
          defined[i]
              ? defined(part.formula(), part.positive(), scope, 1)
              : node(
                  part.formula(),
                  part.positive(),
                  scope,
                  Math.min(ClauseCounts.MANY, multiplicity * productExcept(clauses, i))));
    }
    return Node.or(nodes);
  }

  private static double productExcept(double[] factors, int except) {
    double product = 1;
    for (int i = 0; i < factors.length; i++) {
      if (i != except) {
        product *= factors[i];
      }
    }
    return Math.min(ClauseCounts.MANY, product);
  }

  private Node equivalence(
      Formula left, Formula right, boolean positive, Map<String, Term> scope, double multiplicity) {
    double l = counts.of(left, true);
    double notL = counts.of(left, false);
    double r = counts.of(right, true);
    double notR = counts.of(right, false);
    boolean defineLeft = false;
    boolean defineRight = false;
    if (saved(r, notR, l, notL, positive, multiplicity) > WORTHWHILE) {
      defineRight = true;
      r = 1;
      notR = 1;
    }
    if (saved(l, notL, r, notR, positive, multiplicity) > WORTHWHILE) {
      defineLeft = true;
      l = 1;
      notL = 1;
    }
    // Each side occurs in both polarities, and a definition would serve both.
    double ofLeft = Math.min(ClauseCounts.MANY, multiplicity * (r + notR));
    double ofRight = Math.min(ClauseCounts.MANY, multiplicity * (l + notL));
    // (¬l ∨ r) ∧ (l ∨ ¬r), or (l ∨ r) ∧ (¬l ∨ ¬r)
    Node first =
        Node.or(
            List.of(
                side(left, !positive, defineLeft, scope, ofLeft),
                side(right, true, defineRight, scope, ofRight)));
    Node second =
        Node.or(
            List.of(
                side(left, positive, defineLeft, scope, ofLeft),
                side(right, false, defineRight, scope, ofRight)));
    return Node.and(List.of(first, second));
  }

  /** How many clauses a definition of a side saves. */
  private static double saved(
      double side,
      double notSide,
      double other,
      double notOther,
      boolean positive,
      double multiplicity) {
    if (side <= 1 && notSide <= 1) {
      return 0;
    }
    double without =
        positive ? notOther * side + other * notSide : other * side + notOther * notSide;
    return multiplicity * without - multiplicity * (other + notOther) - side - notSide;
  }

  private Node side(
      Formula formula,
      boolean positive,
      boolean define,
      Map<String, Term> scope,
      double multiplicity) {
    return define
        ? defined(formula, positive, scope, 2)
        : node(formula, positive, scope, multiplicity);
  }

  private Node quantified(
      Term.Variable variable,
      Formula body,
      boolean universal,
      boolean positive,
      Map<String, Term> scope,
      double multiplicity) {
    Term hidden = scope.get(variable.name());
    String name = bind(variable.name(), scope);
    Node inner = node(body, positive, scope, multiplicity);
    if (hidden == null) {
      scope.remove(variable.name());
    } else {
      scope.put(variable.name(), hidden);
    }
    return universal ? Node.forAll(name, inner) : Node.exists(name, inner);
  }

  /**
   * A literal that stands for the subformula; its definition, in this polarity, is a root of its
   * own.
   */
  private Node defined(
      Formula formula, boolean positive, Map<String, Term> scope, double polarities) {
    List<String> free = List.copyOf(Formulas.freeVariables(formula));
    List<Term> arguments = rename(free.stream().<Term>map(Term::variable).toList(), scope);
    Integer number = subformulas.computeIfAbsent(formula, f -> subformulas.size());
    Definition definition =
        definitions.computeIfAbsent(
            new Occurrence(number, arguments),
            o -> {
              String predicate = names.freshDefinition();
              introduced.add(predicate);
              return new Definition(predicate, new HashSet<>());
            });
    if (definition.emitted().add(positive)) {
      Map<String, Term> definitionScope = new HashMap<>();
      List<String> closure = new ArrayList<>();
      for (String variable : free) {
        closure.add(bind(variable, definitionScope));
      }
      Literal head =
          new Literal(
              !positive,
              definition.predicate(),
              closure.stream().<Term>map(Term::variable).toList());
      Node root =
          Node.or(List.of(Node.leaf(head), node(formula, positive, definitionScope, polarities)));
      for (String variable : closure) {
        root = Node.forAll(variable, root);
      }
      roots.add(root);
    }
    return Node.leaf(new Literal(positive, definition.predicate(), arguments));
  }

  private String bind(String variable, Map<String, Term> scope) {
    String name = variable + VariableNames.SEPARATOR + variables++;
    scope.put(variable, Term.variable(name));
    return name;
  }

  private static List<Term> rename(List<Term> terms, Map<String, Term> scope) {
    List<Term> renamed = new ArrayList<>(terms.size());
    for (Term term : terms) {
      renamed.add(rename(term, scope));
    }
    return renamed;
  }

  private static Term rename(Term term, Map<String, Term> scope) {
    return switch (term) {
      case Term.Variable(var name) -> scope.getOrDefault(name, term);
      case Term.Application(var function, var arguments) ->
          arguments.isEmpty() ? term : new Term.Application(function, rename(arguments, scope));
    };
  }
}
