package org.ponens.solvers.planning.ground;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.TypedName;

/** Brings actions, axioms and the goal into the form that is instantiated. */
final class Compiler {

  private static final String TOTAL_COST = "total-cost";

  private final Vocabulary vocabulary;
  private int slots;

  Compiler(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Scheme action(Domain.Action action) {
    Map<String, Integer> scope = new HashMap<>();
    int[][] domains = parameters(action.parameters(), scope);
    Formula condition = formula(action.precondition(), scope, true);
    Effects effects = new Effects();
    collect(action.effect(), scope, List.of(), Formula.TRUE, effects);
    return scheme(action.name(), domains, condition, effects.all, effects.costs, false);
  }

  Scheme axiom(Domain.Axiom axiom) {
    Map<String, Integer> scope = new HashMap<>();
    int[][] domains = parameters(axiom.head().parameters(), scope);
    int[] terms = new int[domains.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = i;
    }
    Formula.Literal head =
        new Formula.Literal(vocabulary.predicate(axiom.head().name()), terms, true);
    Formula condition = formula(axiom.body(), scope, true);
    Scheme.SchemeEffect effect =
        new Scheme.SchemeEffect(List.of(), Formula.TRUE, List.of(head), List.of());
    return scheme(axiom.head().name(), domains, condition, List.of(effect), List.of(), true);
  }

  /** A condition without free variables. */
  Closed closed(Condition condition) {
    slots = 0;
    Formula formula = formula(condition, new HashMap<>(), true);
    return new Closed(formula, slots);
  }

  /** A formula and how many slots its quantifiers take. */
  record Closed(Formula formula, int slots) {}

  private int[][] parameters(List<TypedName> parameters, Map<String, Integer> scope) {
    slots = parameters.size();
    int[][] domains = new int[slots][];
    for (int i = 0; i < slots; i++) {
      domains[i] = vocabulary.extension(parameters.get(i).type());
      scope.put(parameters.get(i).name(), i);
    }
    return domains;
  }

  private Scheme scheme(
      String name,
      int[][] domains,
      Formula condition,
      List<Scheme.SchemeEffect> effects,
      List<Scheme.Cost> costs,
      boolean axiom) {
    List<Formula.Literal> joined = new ArrayList<>();
    List<Formula> fixed = new ArrayList<>();
    List<Formula> rest = new ArrayList<>();
    split(condition, joined, fixed, rest);
    return new Scheme(
        name,
        domains.length,
        slots,
        domains,
        joined,
        Formula.all(fixed),
        Formula.all(rest),
        condition,
        effects,
        costs,
        axiom);
  }

  private void split(
      Formula formula, List<Formula.Literal> joined, List<Formula> fixed, List<Formula> rest) {
    switch (formula) {
      case Formula.All it -> it.operands().forEach(o -> split(o, joined, fixed, rest));
      case Formula.Literal it when it.positive() -> joined.add(it);
      default -> (isFixed(formula) ? fixed : rest).add(formula);
    }
  }

  private boolean isFixed(Formula formula) {
    return switch (formula) {
      case Formula.Literal it -> vocabulary.isStatic(it.predicate());
      case Formula.Same it -> true;
      case Formula.All it -> it.operands().stream().allMatch(this::isFixed);
      case Formula.Any it -> it.operands().stream().allMatch(this::isFixed);
      case Formula.Quantified it -> isFixed(it.body());
    };
  }

  private Formula formula(Condition condition, Map<String, Integer> scope, boolean positive) {
    return switch (condition) {
      case Condition.Atom it ->
          new Formula.Literal(
              vocabulary.predicate(it.predicate()), terms(it.arguments(), scope), positive);
      case Condition.Equality it ->
          new Formula.Same(term(it.left(), scope), term(it.right(), scope), positive);
      case Condition.Not it -> formula(it.operand(), scope, !positive);
      case Condition.And it -> junction(it.operands(), scope, positive, positive);
      case Condition.Or it -> junction(it.operands(), scope, positive, !positive);
      case Condition.Imply it -> {
        List<Formula> parts =
            List.of(
                formula(it.antecedent(), scope, !positive),
                formula(it.consequent(), scope, positive));
        yield positive ? new Formula.Any(parts) : new Formula.All(parts);
      }
      case Condition.Exists it -> quantified(it.variables(), it.body(), scope, positive, !positive);
      case Condition.Forall it -> quantified(it.variables(), it.body(), scope, positive, positive);
      case Condition.Comparison it -> throw unsupported(it.place());
      case Condition.Preference it -> throw unsupported(it.place());
      case Condition.Timed it -> throw unsupported(it.place());
      case Condition.Trajectory it -> throw unsupported(it.place());
    };
  }

  private static IllegalArgumentException unsupported(Place place) {
    return new IllegalArgumentException("not grounded: " + place);
  }

  private Formula junction(
      List<Condition> operands, Map<String, Integer> scope, boolean positive, boolean all) {
    List<Formula> parts = new ArrayList<>();
    operands.forEach(o -> parts.add(formula(o, scope, positive)));
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return all ? new Formula.All(parts) : new Formula.Any(parts);
  }

  private Formula quantified(
      List<TypedName> variables,
      Condition body,
      Map<String, Integer> scope,
      boolean positive,
      boolean universal) {
    Map<String, Integer> inner = new HashMap<>(scope);
    int first = slots;
    for (TypedName variable : variables) {
      inner.put(variable.name(), slots++);
    }
    Formula formula = formula(body, inner, positive);
    for (int i = variables.size() - 1; i >= 0; i--) {
      int[] objects = vocabulary.extension(variables.get(i).type());
      formula = new Formula.Quantified(universal, first + i, objects, formula);
    }
    return formula;
  }

  private int[] terms(List<Term> arguments, Map<String, Integer> scope) {
    int[] terms = new int[arguments.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = term(arguments.get(i), scope);
    }
    return terms;
  }

  private int term(Term term, Map<String, Integer> scope) {
    return switch (term) {
      case Term.Variable it -> {
        Integer slot = scope.get(it.name());
        if (slot == null) {
          throw new IllegalArgumentException("variable ?" + it.name() + " is not declared");
        }
        yield slot;
      }
      case Term.Name it -> ~vocabulary.number(it);
      case Term.Fluent it -> throw unsupported(it.place());
    };
  }

  private static final class Effects {
    private final List<Scheme.SchemeEffect> all = new ArrayList<>();
    private final List<Scheme.Cost> costs = new ArrayList<>();
  }

  private void collect(
      Effect effect,
      Map<String, Integer> scope,
      List<Scheme.Quantifier> quantified,
      Formula condition,
      Effects effects) {
    List<Formula.Literal> adds = new ArrayList<>();
    List<Formula.Literal> deletes = new ArrayList<>();
    List<Effect> left = new ArrayList<>(List.of(effect));
    for (int i = 0; i < left.size(); i++) {
      switch (left.get(i)) {
        case Effect.And it -> left.addAll(it.operands());
        case Effect.Add it -> adds.add(literal(it.atom(), scope));
        case Effect.Delete it -> deletes.add(literal(it.atom(), scope));
        case Effect.Forall it -> {
          Map<String, Integer> inner = new HashMap<>(scope);
          List<Scheme.Quantifier> more = new ArrayList<>(quantified);
          for (TypedName variable : it.variables()) {
            inner.put(variable.name(), slots);
            more.add(new Scheme.Quantifier(slots++, vocabulary.extension(variable.type())));
          }
          collect(it.body(), inner, more, condition, effects);
        }
        case Effect.When it -> {
          Formula both = Formula.all(List.of(condition, formula(it.condition(), scope, true)));
          collect(it.body(), scope, quantified, both, effects);
        }
        case Effect.Assignment it -> effects.costs.add(cost(it, scope));
        case Effect.ObjectAssignment it -> throw unsupported(it.place());
        case Effect.Timed it -> throw unsupported(it.place());
      }
    }
    if (!adds.isEmpty() || !deletes.isEmpty()) {
      effects.all.add(new Scheme.SchemeEffect(quantified, condition, adds, deletes));
    }
  }

  private Formula.Literal literal(Condition.Atom atom, Map<String, Integer> scope) {
    return new Formula.Literal(
        vocabulary.predicate(atom.predicate()), terms(atom.arguments(), scope), true);
  }

  /** Whether an assignment adds to the plan's cost what the state does not change. */
  static boolean isCost(Effect.Assignment assignment) {
    return assignment.how() == Effect.Assign.INCREASE
        && assignment.fluent().function().equals(TOTAL_COST)
        && assignment.fluent().arguments().isEmpty();
  }

  private Scheme.Cost cost(Effect.Assignment assignment, Map<String, Integer> scope) {
    if (!isCost(assignment)) {
      throw unsupported(assignment.place());
    }
    Map<String, Integer> slotsOf = Map.copyOf(scope);
    return environment -> value(assignment.value(), slotsOf, environment);
  }

  private BigDecimal value(Expression expression, Map<String, Integer> scope, int[] environment) {
    return switch (expression) {
      case Expression.Value it -> it.number();
      case Expression.FluentValue it -> fluent(it.fluent(), scope, environment);
      case Expression.Operation it -> {
        BigDecimal result = value(it.operands().get(0), scope, environment);
        if (it.operands().size() == 1) {
          yield result.negate();
        }
        for (Expression operand : it.operands().subList(1, it.operands().size())) {
          BigDecimal right = value(operand, scope, environment);
          result =
              switch (it.operator()) {
                case PLUS -> result.add(right);
                case MINUS -> result.subtract(right);
                case TIMES -> result.multiply(right, MathContext.DECIMAL128);
                case DIVIDED_BY -> divide(result, right, it.place());
              };
        }
        yield result;
      }
      case Expression.Special it -> throw unsupported(it.place());
      case Expression.IsViolated it -> throw unsupported(it.place());
    };
  }

  private static BigDecimal divide(BigDecimal left, BigDecimal right, Place place) {
    if (right.signum() == 0) {
      throw new UndefinedCostException("division by zero at " + place);
    }
    return left.divide(right, MathContext.DECIMAL128);
  }

  private BigDecimal fluent(Term.Fluent fluent, Map<String, Integer> scope, int[] environment) {
    List<Term> arguments = new ArrayList<>();
    for (int term : terms(fluent.arguments(), scope)) {
      arguments.add(Term.name(vocabulary.objectName(Formula.object(term, environment))));
    }
    Term.Fluent ground = new Term.Fluent(fluent.function(), arguments, Place.NOWHERE);
    return Optional.ofNullable(vocabulary.values().get(ground))
        .orElseThrow(() -> new UndefinedCostException(fluent.function() + " has no value"));
  }

  /** An action whose cost has no value cannot be done. */
  static final class UndefinedCostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndefinedCostException(String message) {
      super(message, null, false, false);
    }
  }
}
