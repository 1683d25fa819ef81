package org.ponens.solvers.fol.finite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.Symbol;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.clause.Substitution;

/**
 * Flattens clauses (McCune 1994; Claessen and Sörensson 2003): every term gets a variable for its
 * value, ground terms below other symbols get a constant, and clauses of many variables are split
 * where a part shares few variables with the rest.
 */
final class Flattening {

  private final Map<Symbol, Integer> predicates = new LinkedHashMap<>();
  private final Map<Symbol, Integer> functions = new LinkedHashMap<>();
  private final Map<Term, Term> groundTerms = new HashMap<>();
  private final List<FlatClause> clauses = new ArrayList<>();
  private int largestSize = Integer.MAX_VALUE;

  private Flattening() {}

  static FlatProblem flatten(List<InputClause> inputs) {
    Flattening flattening = new Flattening();
    for (InputClause input : inputs) {
      flattening.add(input.clause());
    }
    List<Symbol> predicates = List.copyOf(flattening.predicates.keySet());
    List<Symbol> functions = List.copyOf(flattening.functions.keySet());
    return new FlatProblem(
        predicates,
        functions,
        List.copyOf(flattening.clauses),
        Sorts.infer(predicates, functions, flattening.clauses),
        flattening.largestSize);
  }

  private void add(Clause clause) {
    Clause reduced = withoutVariableDisequations(clause);
    largestSize = Math.min(largestSize, boundOf(reduced));
    OneClause one = new OneClause();
    for (Literal literal : reduced.literals()) {
      if (!one.add(literal)) {
        return;
      }
    }
    Splitting.split(new FlatClause(one.literals, one.count), this::freshPredicate, clauses);
  }

  private int freshPredicate(int arity) {
    int number = predicates.size();
    // Not a name that a reader or the clausifier gives.
    predicates.put(new Symbol("\u0000split" + number, arity), number);
    return number;
  }

  /** {@code x ≠ t ∨ C} is {@code C} with t for x, where t is a variable. */
  private static Clause withoutVariableDisequations(Clause clause) {
    for (Literal literal : clause.literals()) {
      if (!literal.positive()
          && literal.isEquality()
          && literal.arguments().get(0) instanceof Term.Variable(var x)
          && literal.arguments().get(1) instanceof Term.Variable y) {
        List<Literal> rest = new ArrayList<>(clause.literals());
        rest.remove(literal);
        return withoutVariableDisequations(new Substitution(Map.of(x, y)).apply(new Clause(rest)));
      }
    }
    return clause;
  }

  /** How many elements {@code x = t1 ∨ ... ∨ x = tn} with constants, or variables only, allows. */
  private static int boundOf(Clause clause) {
    List<Term> sides = new ArrayList<>();
    for (Literal literal : clause.literals()) {
      if (!literal.positive() || !literal.isEquality()) {
        return Integer.MAX_VALUE;
      }
      sides.addAll(literal.arguments());
    }
    boolean allVariables = sides.stream().allMatch(Term.Variable.class::isInstance);
    if (allVariables) {
      long variables = sides.stream().distinct().count();
      return variables > 1 ? (int) variables - 1 : Integer.MAX_VALUE;
    }
    List<Term> variables =
        sides.stream().filter(Term.Variable.class::isInstance).distinct().toList();
    boolean closure =
        variables.size() == 1
            && clause.literals().stream()
                .allMatch(
                    literal ->
                        literal.arguments().contains(variables.getFirst())
                            && literal.arguments().stream()
                                .allMatch(
                                    term ->
                                        !(term instanceof Term.Application(var f, var arguments))
                                            || arguments.isEmpty()));
    return closure ? clause.literals().size() : Integer.MAX_VALUE;
  }

  private int predicate(String name, int arity) {
    return predicates.computeIfAbsent(new Symbol(name, arity), s -> predicates.size());
  }

  private int function(String name, int arity) {
    return functions.computeIfAbsent(new Symbol(name, arity), s -> functions.size());
  }

  private static boolean isGround(Term term) {
    return switch (term) {
      case Term.Variable v -> false;
      case Term.Application(var name, var arguments) ->
          arguments.stream().allMatch(Flattening::isGround);
    };
  }

  /** A constant for a ground term, defined by a clause of its own. */
  private Term named(Term term) {
    if (!(term instanceof Term.Application(var name, var arguments)) || arguments.isEmpty()) {
      return term;
    }
    Term known = groundTerms.get(term);
    if (known == null) {
      known = Term.constant("\u0000term" + groundTerms.size());
      groundTerms.put(term, known);
      List<Term> inner = arguments.stream().map(this::named).toList();
      add(
          Clause.of(
              new Literal(
                  true, Literal.EQUALITY, List.of(new Term.Application(name, inner), known))));
    }
    return known;
  }

  /** The literals of one clause, their variables numbered. */
  private final class OneClause {

    private final List<FlatLiteral> literals = new ArrayList<>();
    private final Map<String, Integer> variables = new HashMap<>();
    private final Map<List<Integer>, Integer> values = new HashMap<>();
    private int count;

    /** False if the clause is a tautology. */
    boolean add(Literal literal) {
      if (!literal.isEquality()) {
        literals.add(
            new FlatLiteral.Relation(
                literal.positive(),
                predicate(literal.predicate(), literal.arguments().size()),
                variables(literal.arguments())));
        return true;
      }
      Term left = literal.arguments().get(0);
      Term right = literal.arguments().get(1);
      if (left instanceof Term.Variable) {
        Term swap = left;
        left = right;
        right = swap;
      }
      if (left instanceof Term.Application(var name, var arguments)) {
        List<Integer> places = new ArrayList<>(variables(arguments));
        places.add(variable(right));
        literals.add(
            new FlatLiteral.Value(literal.positive(), function(name, arguments.size()), places));
        return true;
      }
      List<Integer> both = variables(List.of(left, right));
      if (both.get(0).equals(both.get(1))) {
        return !literal.positive();
      }
      literals.add(new FlatLiteral.Same(both));
      return true;
    }

    private List<Integer> variables(List<Term> terms) {
      List<Integer> numbers = new ArrayList<>(terms.size());
      for (Term term : terms) {
        numbers.add(variable(term));
      }
      return numbers;
    }

    /** The variable that stands for the value of a term. */
    private int variable(Term term) {
      return switch (term) {
        case Term.Variable(var name) -> variables.computeIfAbsent(name, n -> count++);
        case Term.Application(var name, var arguments) -> {
          if (!arguments.isEmpty() && isGround(term)) {
            yield variable(named(term));
          }
          List<Integer> places = variables(arguments);
          int function = function(name, arguments.size());
          List<Integer> key = new ArrayList<>(places);
          key.add(function);
          Integer known = values.get(key);
          if (known == null) {
            known = count++;
            values.put(key, known);
            places.add(known);
            literals.add(new FlatLiteral.Value(false, function, places));
          }
          yield known;
        }
      };
    }
  }
}
