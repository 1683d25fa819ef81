package org.ponens.solvers.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.TypedName;

/**
 * Small problems at random that use all that can be planned with: types, constants, equality, ADL
 * conditions, conditional and quantified effects, derived predicates in two strata, and costs; with
 * numbers, on demand, all that can be validated.
 */
public final class RandomPlanning {

  private static final Place NOWHERE = Place.NOWHERE;
  private static final Term.Fluent COST = new Term.Fluent("total-cost", List.of(), NOWHERE);

  private final Random random;
  private final boolean numbers;

  private RandomPlanning(long seed, boolean numbers) {
    this.random = new Random(seed);
    this.numbers = numbers;
  }

  /** A domain and a problem of it. */
  public record Pair(Domain domain, Problem problem) {}

  public static Pair pair(long seed, boolean numbers) {
    RandomPlanning it = new RandomPlanning(seed, numbers);
    Domain domain = it.domain();
    return new Pair(domain, it.problem());
  }

  /** Actions with objects that mostly fit. */
  public static Plan plan(Pair pair, long seed) {
    Random random = new Random(seed);
    List<Plan.Step> steps = new ArrayList<>();
    int length = random.nextInt(7);
    List<String> objects = List.of("a", "b", "k", "c");
    for (int i = 0; i < length; i++) {
      Domain.Action action =
          pair.domain().actions().get(random.nextInt(pair.domain().actions().size()));
      List<String> arguments = new ArrayList<>();
      action.parameters().forEach(p -> arguments.add(objects.get(random.nextInt(objects.size()))));
      steps.add(Plan.Step.of(action.name(), arguments));
    }
    return new Plan(steps);
  }

  private <T> T pick(T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private Domain domain() {
    List<Domain.Predicate> predicates =
        List.of(
            predicate("p", "object"),
            predicate("q", "object", "object"),
            predicate("r"),
            predicate("s", "thing"),
            predicate("d", "object"),
            predicate("e", "object", "object"));
    List<Domain.Function> functions =
        List.of(
            function("total-cost", List.of()), function("n", List.of(TypedName.of("x", "object"))));
    List<Domain.Axiom> axioms = new ArrayList<>();
    axioms.add(axiom(predicate("e", "object", "object"), List.of("p", "q", "r", "s"), true));
    axioms.add(
        new Domain.Axiom(
            predicate("e", "object", "object"),
            new Condition.Exists(
                List.of(TypedName.of("z", "object")),
                and(atom("e", "?x0", "?z"), atom("q", "?z", "?x1")),
                NOWHERE),
            NOWHERE));
    axioms.add(axiom(predicate("d", "object"), List.of("p", "q", "s", "e"), false));
    List<Domain.Action> actions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      actions.add(action("act" + i));
    }
    return new Domain(
        "random",
        List.of(),
        List.of(TypedName.of("thing", "object")),
        List.of(TypedName.of("k", "thing")),
        predicates,
        functions,
        axioms,
        actions,
        List.of(),
        List.of(),
        Optional.empty(),
        NOWHERE);
  }

  private static Domain.Predicate predicate(String name, String... types) {
    List<TypedName> parameters = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      parameters.add(TypedName.of("x" + i, types[i]));
    }
    return new Domain.Predicate(name, parameters, NOWHERE);
  }

  private static Domain.Function function(String name, List<TypedName> parameters) {
    return new Domain.Function(
        name, parameters, org.ponens.grammar.pddl.Type.of("number"), NOWHERE);
  }

  private Domain.Axiom axiom(Domain.Predicate head, List<String> predicates, boolean positive) {
    List<String> variables = head.parameters().stream().map(p -> "?" + p.name()).toList();
    return new Domain.Axiom(head, condition(variables, predicates, 2, !positive, false), NOWHERE);
  }

  private Domain.Action action(String name) {
    List<TypedName> parameters = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      parameters.add(TypedName.of("x" + i, random.nextInt(3) == 0 ? "thing" : "object"));
      variables.add("?x" + i);
    }
    List<String> all = List.of("p", "q", "r", "s", "d", "e");
    Condition precondition =
        random.nextInt(4) == 0 ? Condition.always() : condition(variables, all, 2, true, numbers);
    List<Effect> effects = new ArrayList<>();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      effects.add(effect(variables, all, 2));
    }
    if (random.nextBoolean()) {
      effects.add(
          new Effect.Assignment(Effect.Assign.INCREASE, COST, number(random.nextInt(3)), NOWHERE));
    }
    return new Domain.Action(
        name, parameters, precondition, new Effect.And(effects, NOWHERE), NOWHERE);
  }

  private static Expression number(int value) {
    return new Expression.Value(BigDecimal.valueOf(value), NOWHERE);
  }

  private Effect effect(List<String> variables, List<String> all, int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : numbers ? 9 : 7);
    return switch (kind) {
      case 0, 1 -> new Effect.Add(basic(variables));
      case 2, 3 -> new Effect.Delete(basic(variables), NOWHERE);
      case 4 ->
          new Effect.When(
              condition(variables, all, 1, true, numbers),
              effect(variables, all, depth - 1),
              NOWHERE);
      case 5 -> {
        String name = "y" + depth;
        yield new Effect.Forall(
            List.of(TypedName.of(name, random.nextBoolean() ? "thing" : "object")),
            effect(with(variables, "?" + name), all, depth - 1),
            NOWHERE);
      }
      case 6 ->
          new Effect.And(
              List.of(effect(variables, all, depth - 1), effect(variables, all, depth - 1)),
              NOWHERE);
      default ->
          new Effect.Assignment(
              pick(Effect.Assign.values()),
              new Term.Fluent("n", List.of(term(variables)), NOWHERE),
              expression(variables),
              NOWHERE);
    };
  }

  private Expression expression(List<String> variables) {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.FluentValue(new Term.Fluent("n", List.of(term(variables)), NOWHERE));
      case 1 ->
          new Expression.Operation(
              pick(Expression.Operator.values()),
              List.of(number(1 + random.nextInt(3)), number(random.nextInt(3))),
              NOWHERE);
      default -> number(random.nextInt(4));
    };
  }

  private static List<String> with(List<String> variables, String more) {
    List<String> all = new ArrayList<>(variables);
    all.add(more);
    return all;
  }

  private Condition.Atom basic(List<String> variables) {
    return switch (random.nextInt(4)) {
      case 0 -> atom("p", term(variables));
      case 1 -> atom("q", term(variables), term(variables));
      case 2 -> new Condition.Atom("r", List.of(), NOWHERE);
      default -> atom("s", Term.name("k"));
    };
  }

  private Term term(List<String> variables) {
    return variables.isEmpty() || random.nextInt(5) == 0
        ? Term.name(random.nextBoolean() ? "k" : "a")
        : Term.variable(variables.get(random.nextInt(variables.size())).substring(1));
  }

  private static Condition.Atom atom(String predicate, Term... terms) {
    return new Condition.Atom(predicate, List.of(terms), NOWHERE);
  }

  private static Condition.Atom atom(String predicate, String... variables) {
    List<Term> terms = new ArrayList<>();
    for (String variable : variables) {
      terms.add(Term.variable(variable.substring(1)));
    }
    return new Condition.Atom(predicate, terms, NOWHERE);
  }

  private static Condition and(Condition... operands) {
    return new Condition.And(List.of(operands), NOWHERE);
  }

  private Condition condition(
      List<String> variables,
      List<String> predicates,
      int depth,
      boolean negative,
      boolean comparing) {
    int kind = random.nextInt(depth == 0 ? 4 : comparing ? 11 : 10);
    return switch (kind) {
      case 0, 1, 2 -> literal(variables, predicates);
      case 3 -> new Condition.Equality(term(variables), term(variables), NOWHERE);
      case 4 ->
          negative
              ? new Condition.Not(
                  condition(variables, predicates, depth - 1, true, comparing), NOWHERE)
              : literal(variables, predicates);
      case 5, 6 ->
          and(
              condition(variables, predicates, depth - 1, negative, comparing),
              condition(variables, predicates, depth - 1, negative, comparing));
      case 7 ->
          new Condition.Or(
              List.of(
                  condition(variables, predicates, depth - 1, negative, comparing),
                  condition(variables, predicates, depth - 1, negative, comparing)),
              NOWHERE);
      case 8, 9 -> {
        String name = "z" + depth;
        List<TypedName> quantified =
            List.of(TypedName.of(name, random.nextBoolean() ? "thing" : "object"));
        Condition body =
            condition(with(variables, "?" + name), predicates, depth - 1, negative, comparing);
        yield kind == 8
            ? new Condition.Exists(quantified, body, NOWHERE)
            : new Condition.Forall(quantified, body, NOWHERE);
      }
      default ->
          new Condition.Comparison(
              pick(Condition.Comparator.values()),
              expression(variables),
              expression(variables),
              NOWHERE);
    };
  }

  private Condition literal(List<String> variables, List<String> predicates) {
    String predicate = predicates.get(random.nextInt(predicates.size()));
    return switch (predicate) {
      case "r" -> new Condition.Atom("r", List.of(), NOWHERE);
      case "q", "e" -> atom(predicate, term(variables), term(variables));
      default -> atom(predicate, term(variables));
    };
  }

  private Problem problem() {
    List<Problem.Initial> initial = new ArrayList<>();
    List<String> objects = List.of("a", "b", "k");
    for (String object : objects) {
      if (random.nextBoolean()) {
        initial.add(new Problem.Initial.True(atom("p", Term.name(object))));
      }
      for (String other : objects) {
        if (random.nextInt(4) == 0) {
          initial.add(new Problem.Initial.True(atom("q", Term.name(object), Term.name(other))));
        }
      }
      if (numbers && random.nextInt(4) > 0) {
        initial.add(
            new Problem.Initial.NumberValue(
                new Term.Fluent("n", List.of(Term.name(object)), NOWHERE),
                BigDecimal.valueOf(random.nextInt(4)),
                NOWHERE));
      }
    }
    if (random.nextBoolean()) {
      initial.add(new Problem.Initial.True(atom("s", Term.name("k"))));
    }
    return new Problem(
        "random-1",
        "random",
        List.of(),
        List.of(TypedName.of("a", "object"), TypedName.of("b", "thing")),
        initial,
        condition(List.of(), List.of("p", "q", "r", "s", "d", "e"), 2, true, numbers),
        Optional.empty(),
        Optional.of(new Problem.Metric(false, new Expression.FluentValue(COST), NOWHERE)),
        NOWHERE);
  }
}
