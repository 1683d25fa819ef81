package org.ponens.solvers.planning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Strata;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypeHierarchy;
import org.ponens.grammar.pddl.TypedName;

/**
 * PDDL by the letter, for comparison: states are sets of strings, quantifiers try every object, and
 * derived predicates are computed anew for every question, stratum by stratum.
 */
public final class NaiveInterpreter {

  private final Domain domain;
  private final Problem problem;
  private final TypeHierarchy types;
  private final List<TypedName> objects = new ArrayList<>();

  /** What is true and what numbers there are. */
  public record State(Set<String> atoms, Map<String, Fraction> numbers) {}

  /** A number as a pair, in lowest terms. */
  public record Fraction(BigInteger over, BigInteger under) {
    static Fraction of(BigInteger over, BigInteger under) {
      BigInteger gcd = over.gcd(under).max(BigInteger.ONE);
      if (under.signum() < 0) {
        gcd = gcd.negate();
      }
      return new Fraction(over.divide(gcd), under.divide(gcd));
    }
  }

  public NaiveInterpreter(Domain domain, Problem problem) {
    this.domain = domain;
    this.problem = problem;
    this.types = TypeHierarchy.of(domain);
    objects.addAll(domain.constants());
    objects.addAll(problem.objects());
  }

  public State initial() {
    State state = new State(new TreeSet<>(), new HashMap<>());
    for (Problem.Initial item : problem.initial()) {
      if (item instanceof Problem.Initial.True it) {
        state.atoms().add(ground(it.atom().predicate(), it.atom().arguments(), Map.of()));
      } else if (item instanceof Problem.Initial.NumberValue it) {
        state
            .numbers()
            .put(
                ground(it.fluent().function(), it.fluent().arguments(), Map.of()),
                Fraction.of(it.value().toBigIntegerExact(), BigInteger.ONE));
      }
    }
    state.numbers().putIfAbsent("total-cost", Fraction.of(BigInteger.ZERO, BigInteger.ONE));
    return state;
  }

  /** Whether a plan can be done and reaches the goal. */
  public boolean isValid(Plan plan) {
    State state = initial();
    for (Plan.Step step : plan.steps()) {
      Optional<State> next = next(state, step);
      if (next.isEmpty()) {
        return false;
      }
      state = next.get();
    }
    return isGoal(state);
  }

  public boolean isGoal(State state) {
    return holds(problem.goal(), Map.of(), closed(state));
  }

  /** All actions with fitting objects. */
  public List<Plan.Step> steps() {
    List<Plan.Step> all = new ArrayList<>();
    for (Domain.Action action : domain.actions()) {
      for (Map<String, String> e : environments(action.parameters(), Map.of())) {
        all.add(
            Plan.Step.of(
                action.name(), action.parameters().stream().map(p -> e.get(p.name())).toList()));
      }
    }
    return all;
  }

  /** The state behind a step; empty if it cannot be done. */
  public Optional<State> next(State state, Plan.Step step) {
    Optional<Domain.Action> found = domain.action(step.action());
    if (found.isEmpty() || found.get().parameters().size() != step.arguments().size()) {
      return Optional.empty();
    }
    Domain.Action action = found.get();
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < step.arguments().size(); i++) {
      TypedName parameter = action.parameters().get(i);
      String name = step.arguments().get(i);
      if (objects.stream()
          .noneMatch(o -> o.name().equals(name) && types.fits(o.type(), parameter.type()))) {
        return Optional.empty();
      }
      environment.put(parameter.name(), name);
    }
    State closed = closed(state);
    if (!holds(action.precondition(), environment, closed)) {
      return Optional.empty();
    }
    Set<String> adds = new HashSet<>();
    Set<String> deletes = new HashSet<>();
    Map<String, List<Change>> changes = new HashMap<>();
    if (!collect(action.effect(), environment, closed, adds, deletes, changes)) {
      return Optional.empty();
    }
    State next = new State(new TreeSet<>(state.atoms()), new HashMap<>(state.numbers()));
    next.atoms().removeAll(deletes);
    next.atoms().addAll(adds);
    for (Map.Entry<String, List<Change>> change : changes.entrySet()) {
      Optional<Fraction> value =
          result(change.getValue(), Optional.ofNullable(state.numbers().get(change.getKey())));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      next.numbers().put(change.getKey(), value.get());
    }
    return Optional.of(next);
  }

  private record Change(Effect.Assign how, Fraction value) {}

  private static Optional<Fraction> result(List<Change> changes, Optional<Fraction> before) {
    boolean puts = changes.stream().anyMatch(c -> c.how() == Effect.Assign.ASSIGN);
    boolean adds =
        changes.stream()
            .anyMatch(c -> c.how() == Effect.Assign.INCREASE || c.how() == Effect.Assign.DECREASE);
    boolean scales =
        changes.stream()
            .anyMatch(
                c -> c.how() == Effect.Assign.SCALE_UP || c.how() == Effect.Assign.SCALE_DOWN);
    if ((puts ? 1 : 0) + (adds ? 1 : 0) + (scales ? 1 : 0) > 1) {
      return Optional.empty();
    }
    if (puts) {
      return changes.stream().map(Change::value).distinct().count() == 1
          ? Optional.of(changes.get(0).value())
          : Optional.empty();
    }
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Fraction value = before.get();
    for (Change change : changes) {
      Fraction by = change.value();
      if (change.how() == Effect.Assign.SCALE_DOWN && by.over().signum() == 0) {
        return Optional.empty();
      }
      value =
          switch (change.how()) {
            case INCREASE -> sum(value, by, 1);
            case DECREASE -> sum(value, by, -1);
            case SCALE_UP ->
                Fraction.of(value.over().multiply(by.over()), value.under().multiply(by.under()));
            case SCALE_DOWN ->
                Fraction.of(value.over().multiply(by.under()), value.under().multiply(by.over()));
            case ASSIGN -> by;
          };
    }
    return Optional.of(value);
  }

  private static Fraction sum(Fraction a, Fraction b, int sign) {
    return Fraction.of(
        a.over()
            .multiply(b.under())
            .add(b.over().multiply(a.under()).multiply(BigInteger.valueOf(sign))),
        a.under().multiply(b.under()));
  }

  private boolean collect(
      Effect effect,
      Map<String, String> environment,
      State state,
      Set<String> adds,
      Set<String> deletes,
      Map<String, List<Change>> changes) {
    switch (effect) {
      case Effect.And it -> {
        for (Effect operand : it.operands()) {
          if (!collect(operand, environment, state, adds, deletes, changes)) {
            return false;
          }
        }
      }
      case Effect.Add it ->
          adds.add(ground(it.atom().predicate(), it.atom().arguments(), environment));
      case Effect.Delete it ->
          deletes.add(ground(it.atom().predicate(), it.atom().arguments(), environment));
      case Effect.Forall it -> {
        for (Map<String, String> e : environments(it.variables(), environment)) {
          if (!collect(it.body(), e, state, adds, deletes, changes)) {
            return false;
          }
        }
      }
      case Effect.When it -> {
        if (holds(it.condition(), environment, state)) {
          return collect(it.body(), environment, state, adds, deletes, changes);
        }
      }
      case Effect.Assignment it -> {
        Optional<Fraction> value = value(it.value(), environment, state);
        if (value.isEmpty()) {
          return false;
        }
        changes
            .computeIfAbsent(
                ground(it.fluent().function(), it.fluent().arguments(), environment),
                k -> new ArrayList<>())
            .add(new Change(it.how(), value.get()));
      }
      default -> throw new IllegalArgumentException("not tested: " + effect);
    }
    return true;
  }

  // The state with the derived atoms in it.
  private State closed(State state) {
    Map<String, Integer> strata = Strata.of(domain);
    State closed = new State(new TreeSet<>(state.atoms()), state.numbers());
    for (int stratum = 0; stratum <= strata.size(); stratum++) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Domain.Axiom axiom : domain.derived()) {
          if (strata.getOrDefault(axiom.head().name(), 0) != stratum) {
            continue;
          }
          for (Map<String, String> e : environments(axiom.head().parameters(), Map.of())) {
            StringBuilder name = new StringBuilder(axiom.head().name());
            axiom.head().parameters().forEach(p -> name.append(' ').append(e.get(p.name())));
            if (!closed.atoms().contains(name.toString()) && holds(axiom.body(), e, closed)) {
              closed.atoms().add(name.toString());
              changed = true;
            }
          }
        }
      }
    }
    return closed;
  }

  private List<Map<String, String>> environments(
      List<TypedName> variables, Map<String, String> outer) {
    List<Map<String, String>> all = new ArrayList<>(List.of(outer));
    for (TypedName variable : variables) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> environment : all) {
        for (String object : extension(variable.type())) {
          Map<String, String> inner = new HashMap<>(environment);
          inner.put(variable.name(), object);
          more.add(inner);
        }
      }
      all = more;
    }
    return all;
  }

  private List<String> extension(Type type) {
    return objects.stream().filter(o -> types.fits(o.type(), type)).map(TypedName::name).toList();
  }

  private boolean holds(Condition condition, Map<String, String> environment, State state) {
    return switch (condition) {
      case Condition.Atom it ->
          state.atoms().contains(ground(it.predicate(), it.arguments(), environment));
      case Condition.Equality it ->
          name(it.left(), environment).equals(name(it.right(), environment));
      case Condition.Not it ->
          // a comparison without values is false either way, however deep the negation
          holdsNot(it.operand(), environment, state);
      case Condition.And it -> it.operands().stream().allMatch(o -> holds(o, environment, state));
      case Condition.Or it -> it.operands().stream().anyMatch(o -> holds(o, environment, state));
      case Condition.Imply it ->
          holdsNot(it.antecedent(), environment, state)
              || holds(it.consequent(), environment, state);
      case Condition.Exists it ->
          environments(it.variables(), environment).stream()
              .anyMatch(e -> holds(it.body(), e, state));
      case Condition.Forall it ->
          environments(it.variables(), environment).stream()
              .allMatch(e -> holds(it.body(), e, state));
      case Condition.Comparison it -> compare(it, environment, state).orElse(false);
      default -> throw new IllegalArgumentException("not tested: " + condition);
    };
  }

  private boolean holdsNot(Condition condition, Map<String, String> environment, State state) {
    return switch (condition) {
      case Condition.Not it -> holds(it.operand(), environment, state);
      case Condition.And it ->
          it.operands().stream().anyMatch(o -> holdsNot(o, environment, state));
      case Condition.Or it -> it.operands().stream().allMatch(o -> holdsNot(o, environment, state));
      case Condition.Imply it ->
          holds(it.antecedent(), environment, state)
              && holdsNot(it.consequent(), environment, state);
      case Condition.Exists it ->
          environments(it.variables(), environment).stream()
              .allMatch(e -> holdsNot(it.body(), e, state));
      case Condition.Forall it ->
          environments(it.variables(), environment).stream()
              .anyMatch(e -> holdsNot(it.body(), e, state));
      case Condition.Comparison it -> !compare(it, environment, state).orElse(true);
      default -> !holds(condition, environment, state);
    };
  }

  private Optional<Boolean> compare(
      Condition.Comparison comparison, Map<String, String> environment, State state) {
    Optional<Fraction> left = value(comparison.left(), environment, state);
    Optional<Fraction> right = value(comparison.right(), environment, state);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int order = sum(left.get(), right.get(), -1).over().signum();
    return Optional.of(
        switch (comparison.comparator()) {
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case EQUAL -> order == 0;
          case GREATER_OR_EQUAL -> order >= 0;
          case GREATER -> order > 0;
        });
  }

  private Optional<Fraction> value(
      Expression expression, Map<String, String> environment, State state) {
    return switch (expression) {
      case Expression.Value it ->
          Optional.of(Fraction.of(it.number().toBigIntegerExact(), BigInteger.ONE));
      case Expression.FluentValue it ->
          Optional.ofNullable(
              state
                  .numbers()
                  .get(ground(it.fluent().function(), it.fluent().arguments(), environment)));
      case Expression.Operation it -> {
        Optional<Fraction> left = value(it.operands().get(0), environment, state);
        Optional<Fraction> right = value(it.operands().get(1), environment, state);
        if (left.isEmpty() || right.isEmpty()) {
          yield Optional.empty();
        }
        Fraction a = left.get();
        Fraction b = right.get();
        yield switch (it.operator()) {
          case PLUS -> Optional.of(sum(a, b, 1));
          case MINUS -> Optional.of(sum(a, b, -1));
          case TIMES ->
              Optional.of(Fraction.of(a.over().multiply(b.over()), a.under().multiply(b.under())));
          case DIVIDED_BY ->
              b.over().signum() == 0
                  ? Optional.empty()
                  : Optional.of(
                      Fraction.of(a.over().multiply(b.under()), a.under().multiply(b.over())));
        };
      }
      default -> throw new IllegalArgumentException("not tested: " + expression);
    };
  }

  private static String ground(String name, List<Term> arguments, Map<String, String> environment) {
    StringBuilder out = new StringBuilder(name);
    arguments.forEach(a -> out.append(' ').append(name(a, environment)));
    return out.toString();
  }

  private static String name(Term term, Map<String, String> environment) {
    return switch (term) {
      case Term.Variable it -> Objects.requireNonNull(environment.get(it.name()));
      case Term.Name it -> it.name();
      case Term.Fluent it -> throw new IllegalArgumentException("not tested: " + it);
    };
  }
}
