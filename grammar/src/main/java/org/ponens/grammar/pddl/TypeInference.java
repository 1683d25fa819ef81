package org.ponens.grammar.pddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The type that the uses of a variable ask for. */
final class TypeInference {

  private final String variable;
  private final Declarations declarations;
  private final Set<String> wanted = new LinkedHashSet<>();

  private TypeInference(String variable, Declarations declarations) {
    this.variable = variable;
    this.declarations = declarations;
  }

  /** The one most general type that fits all uses; empty where there is none, or no use. */
  static Optional<String> of(
      String variable,
      List<Condition> conditions,
      List<Effect> effects,
      Declarations declarations) {
    TypeInference inference = new TypeInference(variable, declarations);
    conditions.forEach(inference::condition);
    effects.forEach(inference::effect);
    TypeHierarchy types = declarations.types();
    List<String> lowest =
        inference.wanted.stream()
            .filter(t -> inference.wanted.stream().allMatch(other -> types.isSubtype(t, other)))
            .toList();
    return lowest.size() == 1 ? Optional.of(lowest.get(0)) : Optional.empty();
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Atom it -> atom(it);
      case Condition.Not it -> condition(it.operand());
      case Condition.And it -> it.operands().forEach(this::condition);
      case Condition.Or it -> it.operands().forEach(this::condition);
      case Condition.Imply it -> {
        condition(it.antecedent());
        condition(it.consequent());
      }
      case Condition.Exists it -> condition(it.body());
      case Condition.Forall it -> condition(it.body());
      case Condition.Preference it -> condition(it.body());
      case Condition.Timed it -> condition(it.body());
      case Condition.Trajectory it -> it.operands().forEach(this::condition);
      case Condition.Equality it -> {}
      case Condition.Comparison it -> {}
    }
  }

  private void effect(Effect effect) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(this::effect);
      case Effect.Add it -> atom(it.atom());
      case Effect.Delete it -> atom(it.atom());
      case Effect.Forall it -> effect(it.body());
      case Effect.When it -> {
        condition(it.condition());
        effect(it.body());
      }
      case Effect.Timed it -> effect(it.body());
      case Effect.Assignment it -> {}
      case Effect.ObjectAssignment it -> {}
    }
  }

  private void atom(Condition.Atom atom) {
    Optional<Domain.Predicate> predicate = declarations.predicate(atom.predicate());
    if (predicate.isEmpty() || predicate.get().parameters().size() != atom.arguments().size()) {
      return;
    }
    for (int i = 0; i < atom.arguments().size(); i++) {
      Type type = predicate.get().parameters().get(i).type();
      if (atom.arguments().get(i) instanceof Term.Variable it
          && it.name().equals(variable)
          && type.names().size() == 1
          && !type.isObject()) {
        wanted.add(type.names().get(0));
      }
    }
  }
}
