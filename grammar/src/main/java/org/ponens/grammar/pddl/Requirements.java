package org.ponens.grammar.pddl;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.diagnostic.Place;

/** Which requirements a domain or a problem makes use of, and where first. */
final class Requirements {

  private final Map<Requirement, Place> used = new EnumMap<>(Requirement.class);

  private Requirements() {}

  static Map<Requirement, Place> of(Domain domain) {
    Requirements all = new Requirements();
    domain.types().forEach(t -> all.use(Requirement.TYPING, t.place()));
    all.typed(domain.constants());
    domain.predicates().forEach(p -> all.typed(p.parameters()));
    for (Domain.Function function : domain.functions()) {
      all.typed(function.parameters());
      if (!function.isNumeric()) {
        all.use(Requirement.OBJECT_FLUENTS, function.place());
      } else if (!function.name().equals("total-cost")) {
        // Static functions are allowed with action costs, so only their change asks for more.
        all.use(Requirement.ACTION_COSTS, function.place());
      }
    }
    for (Domain.Axiom axiom : domain.derived()) {
      all.use(Requirement.DERIVED_PREDICATES, axiom.place());
      all.condition(axiom.body());
    }
    for (Domain.Action action : domain.actions()) {
      all.typed(action.parameters());
      all.condition(action.precondition());
      all.effect(action.effect());
    }
    for (Domain.DurativeAction action : domain.durativeActions()) {
      all.use(Requirement.DURATIVE_ACTIONS, action.place());
      all.typed(action.parameters());
    }
    domain.happenings().forEach(h -> all.use(Requirement.TIME, h.place()));
    domain.constraints().ifPresent(c -> all.use(Requirement.CONSTRAINTS, c.place()));
    return all.used;
  }

  static Map<Requirement, Place> of(Problem problem) {
    Requirements all = new Requirements();
    all.typed(problem.objects());
    all.condition(problem.goal());
    problem.constraints().ifPresent(c -> all.use(Requirement.CONSTRAINTS, c.place()));
    problem.initial().stream()
        .filter(Problem.Initial.At.class::isInstance)
        .forEach(i -> all.use(Requirement.TIMED_INITIAL_LITERALS, i.place()));
    return all.used;
  }

  /** Whether what is declared covers a use. */
  static boolean covers(Set<Requirement> declared, Requirement used) {
    return declared.contains(used)
        || (used == Requirement.ACTION_COSTS && declared.contains(Requirement.NUMERIC_FLUENTS))
        || (used == Requirement.EQUALITY && declared.contains(Requirement.OBJECT_FLUENTS))
        || (used == Requirement.EXISTENTIAL_PRECONDITIONS
            && declared.contains(Requirement.QUANTIFIED_PRECONDITIONS));
  }

  private void use(Requirement requirement, Place place) {
    used.putIfAbsent(requirement, place);
  }

  private void typed(List<TypedName> names) {
    names.stream()
        .filter(n -> !n.type().isObject())
        .findFirst()
        .ifPresent(n -> use(Requirement.TYPING, n.type().place()));
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Atom it -> {}
      case Condition.Equality it -> use(Requirement.EQUALITY, it.place());
      case Condition.Not it -> {
        // (not (= ?x ?y)) comes with :equality.
        if (!(it.operand() instanceof Condition.Equality)) {
          use(Requirement.NEGATIVE_PRECONDITIONS, it.place());
        }
        condition(it.operand());
      }
      case Condition.And it -> it.operands().forEach(this::condition);
      case Condition.Or it -> {
        use(Requirement.DISJUNCTIVE_PRECONDITIONS, it.place());
        it.operands().forEach(this::condition);
      }
      case Condition.Imply it -> {
        use(Requirement.DISJUNCTIVE_PRECONDITIONS, it.place());
        condition(it.antecedent());
        condition(it.consequent());
      }
      case Condition.Exists it -> {
        use(Requirement.EXISTENTIAL_PRECONDITIONS, it.place());
        typed(it.variables());
        condition(it.body());
      }
      case Condition.Forall it -> {
        use(Requirement.UNIVERSAL_PRECONDITIONS, it.place());
        typed(it.variables());
        condition(it.body());
      }
      case Condition.Comparison it -> use(Requirement.NUMERIC_FLUENTS, it.place());
      case Condition.Preference it -> {
        use(Requirement.PREFERENCES, it.place());
        condition(it.body());
      }
      case Condition.Timed it -> condition(it.body());
      case Condition.Trajectory it -> use(Requirement.CONSTRAINTS, it.place());
    }
  }

  private void effect(Effect effect) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(this::effect);
      case Effect.Add it -> {}
      case Effect.Delete it -> {}
      case Effect.Forall it -> {
        use(Requirement.CONDITIONAL_EFFECTS, it.place());
        typed(it.variables());
        effect(it.body());
      }
      case Effect.When it -> {
        use(Requirement.CONDITIONAL_EFFECTS, it.place());
        condition(it.condition());
        effect(it.body());
      }
      case Effect.Assignment it -> {
        boolean cost =
            it.how() == Effect.Assign.INCREASE && it.fluent().function().equals("total-cost");
        use(cost ? Requirement.ACTION_COSTS : Requirement.NUMERIC_FLUENTS, it.place());
      }
      case Effect.ObjectAssignment it -> use(Requirement.OBJECT_FLUENTS, it.place());
      case Effect.Timed it -> effect(it.body());
    }
  }
}
