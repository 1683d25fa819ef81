package org.ponens.solvers.planning.ground;

import java.util.Optional;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Place;
import org.ponens.grammar.pddl.Problem;

/** Finds what the planner does not know, by name and place. */
final class Unsupported {

  private Unsupported() {}

  /** The first such thing in a domain or problem. */
  static Optional<String> reason(Domain domain, Problem problem) {
    return first(domain).or(() -> first(problem)).map(Unsupported::sentence);
  }

  private record Found(String what, Place place) {}

  private static String sentence(Found found) {
    return found.place().isText() ? found.what() + " (" + found.place() + ")" : found.what();
  }

  private static Optional<Found> first(Domain domain) {
    if (!domain.durativeActions().isEmpty()) {
      return Optional.of(new Found("durative actions", domain.durativeActions().get(0).place()));
    }
    if (!domain.happenings().isEmpty()) {
      return Optional.of(new Found("processes and events", domain.happenings().get(0).place()));
    }
    if (domain.constraints().isPresent()) {
      return Optional.of(new Found("constraints", domain.constraints().get().place()));
    }
    Optional<Found> fluents =
        domain.functions().stream()
            .filter(f -> !f.isNumeric())
            .findFirst()
            .map(f -> new Found("object fluents", f.place()));
    return fluents
        .or(
            () ->
                domain.actions().stream()
                    .flatMap(a -> condition(a.precondition()).or(() -> effect(a.effect())).stream())
                    .findFirst())
        .or(() -> domain.derived().stream().flatMap(a -> condition(a.body()).stream()).findFirst());
  }

  private static Optional<Found> first(Problem problem) {
    Optional<Found> timed =
        problem.initial().stream()
            .filter(Problem.Initial.At.class::isInstance)
            .findFirst()
            .map(i -> new Found("timed initial literals", i.place()));
    return timed
        .or(() -> problem.constraints().map(c -> new Found("constraints", c.place())))
        .or(() -> condition(problem.goal()));
  }

  private static Optional<Found> condition(Condition condition) {
    return switch (condition) {
      case Condition.Atom it -> Optional.empty();
      case Condition.Equality it -> Optional.empty();
      case Condition.Not it -> condition(it.operand());
      case Condition.And it ->
          it.operands().stream().flatMap(o -> condition(o).stream()).findFirst();
      case Condition.Or it ->
          it.operands().stream().flatMap(o -> condition(o).stream()).findFirst();
      case Condition.Imply it -> condition(it.antecedent()).or(() -> condition(it.consequent()));
      case Condition.Exists it -> condition(it.body());
      case Condition.Forall it -> condition(it.body());
      case Condition.Comparison it -> Optional.of(new Found("conditions on numbers", it.place()));
      case Condition.Preference it -> Optional.of(new Found("preferences", it.place()));
      case Condition.Timed it -> Optional.of(new Found("timed conditions", it.place()));
      case Condition.Trajectory it -> Optional.of(new Found("constraints", it.place()));
    };
  }

  private static Optional<Found> effect(Effect effect) {
    return switch (effect) {
      case Effect.And it -> it.operands().stream().flatMap(o -> effect(o).stream()).findFirst();
      case Effect.Add it -> Optional.empty();
      case Effect.Delete it -> Optional.empty();
      case Effect.Forall it -> costless(it.body()).or(() -> effect(it.body()));
      case Effect.When it ->
          condition(it.condition()).or(() -> costless(it.body())).or(() -> effect(it.body()));
      case Effect.Assignment it ->
          Compiler.isCost(it) && isConstant(it.value())
              ? Optional.empty()
              : Optional.of(new Found("changes of numbers", it.place()));
      case Effect.ObjectAssignment it -> Optional.of(new Found("object fluents", it.place()));
      case Effect.Timed it -> Optional.of(new Found("timed effects", it.place()));
    };
  }

  // The cost of an action does not depend on the state.
  private static Optional<Found> costless(Effect effect) {
    return switch (effect) {
      case Effect.And it -> it.operands().stream().flatMap(o -> costless(o).stream()).findFirst();
      case Effect.Forall it -> costless(it.body());
      case Effect.When it -> costless(it.body());
      case Effect.Assignment it -> Optional.of(new Found("costs under a condition", it.place()));
      case Effect.Add it -> Optional.empty();
      case Effect.Delete it -> Optional.empty();
      case Effect.ObjectAssignment it -> Optional.empty();
      case Effect.Timed it -> Optional.empty();
    };
  }

  private static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.Value it -> true;
      case Expression.FluentValue it -> !it.fluent().function().equals("total-cost");
      case Expression.Operation it -> it.operands().stream().allMatch(Unsupported::isConstant);
      case Expression.Special it -> false;
      case Expression.IsViolated it -> false;
    };
  }
}
