package org.ponens.grammar.pddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Place;

/**
 * {@code parse(print(t)) = t}, for the parts of PDDL that are read and not planned with: durative
 * actions, processes, timed literals, preferences, constraints, object fluents, unions of types.
 * What is planned with has its law beside the planner.
 */
class PddlPrintLawTest {

  @Property(tries = 1000, seed = "1")
  void domainsAndProblems_areReadBackAsPrinted(@ForAll long seed) {
    Maker maker = new Maker(seed);
    Domain domain = maker.domain();
    Problem problem = maker.problem();

    Parsed<Domain> read = Pddl.parseDomain(domain.print());
    same(read.value().orElseThrow(), domain);
    Parsed<Problem> again = Pddl.parseProblem(problem.print(), domain);
    same(again.value().orElseThrow(), problem);
  }

  /** Says which nodes differ. */
  private static void same(Object read, Object written) {
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Place.class)
        .withStrictTypeChecking()
        .isEqualTo(written);
    assertThat(read.equals(written)).isTrue();
  }

  /** Random trees over one vocabulary. */
  private static final class Maker {

    private static final Place NOWHERE = Place.NOWHERE;
    private static final List<TypedName> VARIABLES =
        List.of(TypedName.of("x", "thing"), TypedName.of("y", "object"));

    private final Random random;
    private final List<String> scope = new ArrayList<>();
    private final List<String> preferences = new ArrayList<>();

    Maker(long seed) {
      this.random = new Random(seed);
    }

    private int pick(int bound) {
      return random.nextInt(bound);
    }

    private <E> E pick(List<E> values) {
      return values.get(random.nextInt(values.size()));
    }

    private <E extends Enum<E>> E pick(Class<E> values) {
      return pick(List.of(values.getEnumConstants()));
    }

    private BigDecimal number() {
      return BigDecimal.valueOf(pick(2_000), pick(4));
    }

    Domain domain() {
      List<Domain.DurativeAction> durative = new ArrayList<>();
      List<Domain.Happening> happenings = new ArrayList<>();
      List<Domain.Action> actions = new ArrayList<>();
      scope.addAll(List.of("x", "y"));
      for (int i = 0; i < 2; i++) {
        durative.add(
            new Domain.DurativeAction(
                "d" + i, VARIABLES, duration(), timed(2), timedEffect(2), NOWHERE));
        happenings.add(
            new Domain.Happening(
                random.nextBoolean(), "h" + i, VARIABLES, plain(2), effect(2, true), NOWHERE));
        actions.add(new Domain.Action("a" + i, VARIABLES, preferred(2), effect(2, false), NOWHERE));
      }
      scope.clear();
      Type union = new Type(List.of("thing", "other"), NOWHERE);
      return new Domain(
          "vocabulary",
          List.of(),
          List.of(TypedName.of("thing", "object"), TypedName.of("other", "object")),
          List.of(TypedName.of("k", "thing"), new TypedName("l", union, NOWHERE)),
          List.of(
              new Domain.Predicate("p", List.of(new TypedName("u", union, NOWHERE)), NOWHERE),
              new Domain.Predicate("q", List.of(), NOWHERE)),
          List.of(
              new Domain.Function(
                  "n", List.of(TypedName.of("u", "object")), Type.of("number"), NOWHERE),
              new Domain.Function(
                  "f", List.of(TypedName.of("u", "object")), Type.of("thing"), NOWHERE)),
          List.of(),
          actions,
          durative,
          happenings,
          random.nextBoolean() ? Optional.of(constraint(2)) : Optional.empty(),
          NOWHERE);
    }

    Problem problem() {
      preferences.clear();
      List<Problem.Initial> initial = new ArrayList<>();
      for (int i = pick(4); i > 0; i--) {
        initial.add(
            switch (pick(4)) {
              case 0 -> new Problem.Initial.True(atom());
              case 1 -> new Problem.Initial.NumberValue(fluent("n"), number(), NOWHERE);
              case 2 -> new Problem.Initial.ObjectValue(fluent("f"), Term.name("k"), NOWHERE);
              default -> new Problem.Initial.At(number(), literal(), NOWHERE);
            });
      }
      Condition goal = preferred(3);
      Optional<Condition> constraints =
          random.nextBoolean() ? Optional.of(constraint(3)) : Optional.empty();
      return new Problem(
          "random",
          "vocabulary",
          List.of(),
          List.of(TypedName.of("a", "thing"), TypedName.of("b", "other")),
          initial,
          goal,
          constraints,
          random.nextBoolean()
              ? Optional.of(new Problem.Metric(random.nextBoolean(), metric(2), NOWHERE))
              : Optional.empty(),
          NOWHERE);
    }

    private Problem.Initial literal() {
      return switch (pick(3)) {
        case 0 -> new Problem.Initial.True(atom());
        case 1 -> new Problem.Initial.False(atom(), NOWHERE);
        default -> new Problem.Initial.NumberValue(fluent("n"), number(), NOWHERE);
      };
    }

    private Condition.Atom atom() {
      return random.nextInt(3) == 0
          ? new Condition.Atom("q", List.of(), NOWHERE)
          : new Condition.Atom("p", List.of(term()), NOWHERE);
    }

    private Term term() {
      return !scope.isEmpty() && random.nextBoolean()
          ? Term.variable(pick(scope))
          : Term.name(pick(List.of("k", "l")));
    }

    private Term.Fluent fluent(String function) {
      return new Term.Fluent(function, List.of(term()), NOWHERE);
    }

    private Condition plain(int depth) {
      return switch (pick(depth == 0 ? 4 : 9)) {
        case 0, 1 -> atom();
        case 2 -> new Condition.Equality(fluent("f"), term(), NOWHERE);
        case 3 ->
            new Condition.Comparison(
                pick(Condition.Comparator.class),
                new Expression.FluentValue(fluent("n")),
                expression(1),
                NOWHERE);
        case 4 -> new Condition.Not(plain(depth - 1), NOWHERE);
        case 5 -> new Condition.And(List.of(plain(depth - 1), plain(depth - 1)), NOWHERE);
        case 6 -> new Condition.Or(List.of(plain(depth - 1), plain(depth - 1)), NOWHERE);
        case 7 -> new Condition.Imply(plain(depth - 1), plain(depth - 1), NOWHERE);
        default -> quantified(() -> plain(depth - 1));
      };
    }

    private Condition quantified(Supplier<Condition> body) {
      String name = "v" + scope.size();
      scope.add(name);
      List<TypedName> variables = List.of(TypedName.of(name, "thing"));
      Condition inside = body.get();
      scope.remove(name);
      return random.nextBoolean()
          ? new Condition.Exists(variables, inside, NOWHERE)
          : new Condition.Forall(variables, inside, NOWHERE);
    }

    /** A conjunction of conditions that are to hold and of such as it is better to hold. */
    private Condition preferred(int depth) {
      return switch (pick(depth == 0 ? 2 : 4)) {
        case 0 -> plain(depth);
        case 1 -> new Condition.Preference(preference(), plain(depth), NOWHERE);
        case 2 -> new Condition.And(List.of(preferred(depth - 1), preferred(depth - 1)), NOWHERE);
        default -> new Condition.And(List.of(), NOWHERE);
      };
    }

    private Optional<String> preference() {
      if (random.nextBoolean()) {
        return Optional.empty();
      }
      preferences.add("w" + preferences.size());
      return Optional.of(preferences.get(preferences.size() - 1));
    }

    private Condition timed(int depth) {
      return switch (pick(depth == 0 ? 2 : 4)) {
        case 0, 1 ->
            new Condition.Timed(pick(Condition.TimeSpecifier.class), plain(depth), NOWHERE);
        case 2 -> new Condition.And(List.of(timed(depth - 1), timed(depth - 1)), NOWHERE);
        default -> new Condition.Preference(preference(), timed(0), NOWHERE);
      };
    }

    private Condition duration() {
      Expression length = new Expression.Special(Expression.Quantity.DURATION, NOWHERE);
      Condition one =
          new Condition.Comparison(
              pick(
                  List.of(
                      Condition.Comparator.EQUAL,
                      Condition.Comparator.LESS_OR_EQUAL,
                      Condition.Comparator.GREATER_OR_EQUAL)),
              length,
              expression(1),
              NOWHERE);
      return random.nextInt(3) == 0 ? new Condition.And(List.of(one, one), NOWHERE) : one;
    }

    private Condition constraint(int depth) {
      if (depth > 0 && random.nextBoolean()) {
        return switch (pick(3)) {
          case 0 ->
              new Condition.And(List.of(constraint(depth - 1), constraint(depth - 1)), NOWHERE);
          case 1 -> new Condition.Preference(preference(), constraint(0), NOWHERE);
          default -> {
            String name = "c" + scope.size();
            scope.add(name);
            Condition body = constraint(depth - 1);
            scope.remove(name);
            yield new Condition.Forall(List.of(TypedName.of(name, "other")), body, NOWHERE);
          }
        };
      }
      Condition.Modality modality = pick(Condition.Modality.class);
      List<BigDecimal> bounds = new ArrayList<>();
      List<Condition> operands = new ArrayList<>();
      for (int i = 0; i < modality.bounds(); i++) {
        bounds.add(number());
      }
      for (int i = 0; i < modality.operands(); i++) {
        operands.add(plain(1));
      }
      return new Condition.Trajectory(modality, bounds, operands, NOWHERE);
    }

    private Expression expression(int depth) {
      return switch (pick(depth == 0 ? 2 : 3)) {
        case 0 -> new Expression.Value(number(), NOWHERE);
        case 1 -> new Expression.FluentValue(fluent("n"));
        default -> operation(expression(depth - 1), expression(depth - 1));
      };
    }

    private Expression operation(Expression left, Expression right) {
      Expression.Operator operator = pick(Expression.Operator.class);
      return new Expression.Operation(
          operator,
          operator == Expression.Operator.MINUS
                  && !(left instanceof Expression.Value) // (- 1) is a number
                  && random.nextBoolean()
              ? List.of(left)
              : List.of(left, right),
          NOWHERE);
    }

    private Expression metric(int depth) {
      return switch (pick(depth == 0 ? 3 : 4)) {
        case 0 -> new Expression.Special(Expression.Quantity.TOTAL_TIME, NOWHERE);
        case 1 ->
            preferences.isEmpty()
                ? new Expression.Value(number(), NOWHERE)
                : new Expression.IsViolated(pick(preferences), NOWHERE);
        case 2 -> expression(1);
        default -> operation(metric(depth - 1), metric(depth - 1));
      };
    }

    private Effect effect(int depth, boolean continuous) {
      return switch (pick(depth == 0 ? 5 : 8)) {
        case 0 -> new Effect.Add(atom());
        case 1 -> new Effect.Delete(atom(), NOWHERE);
        case 2 ->
            new Effect.Assignment(
                pick(Effect.Assign.class), fluent("n"), amount(continuous), NOWHERE);
        case 3 -> new Effect.ObjectAssignment(fluent("f"), Optional.of(Term.name("k")), NOWHERE);
        case 4 -> new Effect.ObjectAssignment(fluent("f"), Optional.empty(), NOWHERE);
        case 5 -> new Effect.When(plain(1), effect(0, continuous), NOWHERE);
        case 6 ->
            new Effect.And(
                List.of(effect(depth - 1, continuous), effect(depth - 1, continuous)), NOWHERE);
        default -> {
          String name = "e" + scope.size();
          scope.add(name);
          Effect body = effect(depth - 1, continuous);
          scope.remove(name);
          yield new Effect.Forall(List.of(TypedName.of(name, "object")), body, NOWHERE);
        }
      };
    }

    private Expression amount(boolean continuous) {
      return continuous
          ? new Expression.Operation(
              Expression.Operator.TIMES,
              List.of(new Expression.Special(Expression.Quantity.ELAPSED, NOWHERE), expression(1)),
              NOWHERE)
          : expression(1);
    }

    private Effect timedEffect(int depth) {
      return depth > 0 && random.nextBoolean()
          ? new Effect.And(List.of(timedEffect(depth - 1), timedEffect(depth - 1)), NOWHERE)
          : new Effect.Timed(
              pick(List.of(Condition.TimeSpecifier.AT_START, Condition.TimeSpecifier.AT_END)),
              effect(1, false),
              NOWHERE);
    }
  }
}
