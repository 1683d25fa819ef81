package org.ponens.solvers.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Term;

/** Says why a condition that can never hold cannot, as far as one step back shows it. */
public final class Unreachability {

  private final Domain domain;
  private final Problem problem;
  private final Set<String> changing = new LinkedHashSet<>();

  private Unreachability(Domain domain, Problem problem) {
    this.domain = domain;
    this.problem = problem;
    domain.derived().forEach(a -> changing.add(a.head().name()));
    for (Domain.Action action : domain.actions()) {
      effects(action.effect())
          .forEach(
              e -> {
                if (e instanceof Effect.Add add) {
                  changing.add(add.atom().predicate());
                } else if (e instanceof Effect.Delete delete) {
                  changing.add(delete.atom().predicate());
                }
              });
    }
  }

  /**
   * Sentences on a part of the goal that the grounder has found unreachable: that it is, and which
   * facts, that no action makes true, the actions lack that would reach it.
   */
  public static List<String> explain(Domain domain, Problem problem, Condition goal) {
    return new Unreachability(domain, problem).explain(goal);
  }

  private List<String> explain(Condition goal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "the goal "
            + (goal.place().isText() ? goal.place().text() : goal)
            + " can never hold, even if nothing true at any time were ever made false");
    if (!(goal instanceof Condition.Atom atom)) {
      return lines;
    }
    if (!changing.contains(atom.predicate())) {
      lines.add("no action changes '" + atom.predicate() + "', and " + atom + " is not in :init");
      return lines;
    }
    for (Domain.Action action : domain.actions()) {
      effects(action.effect())
          .filter(Effect.Add.class::isInstance)
          .map(e -> ((Effect.Add) e).atom())
          .filter(a -> a.predicate().equals(atom.predicate()))
          .flatMap(a -> unify(a, atom).stream())
          .flatMap(bound -> missing(action, bound).stream())
          .distinct()
          .forEach(
              fact ->
                  lines.add(
                      "'"
                          + action.name()
                          + "' would make it true, but wants "
                          + fact
                          + ", and :init has no such fact"));
    }
    return lines;
  }

  private static Stream<Effect> effects(Effect effect) {
    return switch (effect) {
      case Effect.And it -> it.operands().stream().flatMap(Unreachability::effects);
      case Effect.Forall it -> effects(it.body());
      case Effect.When it -> effects(it.body());
      case Effect.Timed it -> effects(it.body());
      default -> Stream.of(effect);
    };
  }

  private static Optional<Map<String, String>> unify(Condition.Atom scheme, Condition.Atom atom) {
    Map<String, String> bound = new HashMap<>();
    for (int i = 0; i < scheme.arguments().size(); i++) {
      if (!(atom.arguments().get(i) instanceof Term.Name object)) {
        return Optional.empty();
      }
      boolean fits =
          switch (scheme.arguments().get(i)) {
            case Term.Variable it ->
                object.name().equals(bound.computeIfAbsent(it.name(), v -> object.name()));
            case Term.Name it -> it.name().equals(object.name());
            case Term.Fluent it -> false;
          };
      if (!fits) {
        return Optional.empty();
      }
    }
    return Optional.of(bound);
  }

  // The atoms of the precondition that never change and that no initial fact matches.
  private Optional<String> missing(Domain.Action action, Map<String, String> bound) {
    return conjuncts(action.precondition())
        .filter(Condition.Atom.class::isInstance)
        .map(Condition.Atom.class::cast)
        .filter(a -> !changing.contains(a.predicate()))
        .map(a -> instance(a, bound))
        .filter(a -> problem.initial().stream().noneMatch(i -> matches(i, a)))
        .map(Condition.Atom::toString)
        .findFirst();
  }

  private static Stream<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.And and
        ? and.operands().stream().flatMap(Unreachability::conjuncts)
        : Stream.of(condition);
  }

  private static Condition.Atom instance(Condition.Atom atom, Map<String, String> bound) {
    List<Term> arguments = new ArrayList<>();
    for (Term term : atom.arguments()) {
      arguments.add(
          term instanceof Term.Variable v && bound.containsKey(v.name())
              ? new Term.Name(bound.getOrDefault(v.name(), v.name()), v.place())
              : term);
    }
    return new Condition.Atom(atom.predicate(), arguments, atom.place());
  }

  private static boolean matches(Problem.Initial initial, Condition.Atom pattern) {
    if (!(initial instanceof Problem.Initial.True fact)
        || !fact.atom().predicate().equals(pattern.predicate())) {
      return false;
    }
    for (int i = 0; i < pattern.arguments().size(); i++) {
      if (pattern.arguments().get(i) instanceof Term.Name name
          && fact.atom().arguments().get(i) instanceof Term.Name object
          && !name.name().equals(object.name())) {
        return false;
      }
    }
    return true;
  }
}
