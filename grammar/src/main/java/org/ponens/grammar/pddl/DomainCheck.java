package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.layout.Nearest;
import org.ponens.grammar.pddl.UseCheck.Scope;

/** Checks a domain as a whole: that what it uses it declares, once. */
final class DomainCheck {

  private final Domain domain;
  private final Diagnostics diagnostics;
  private final Declarations declarations;
  private final UseCheck uses;

  DomainCheck(Domain domain, Diagnostics diagnostics) {
    this.domain = domain;
    this.diagnostics = diagnostics;
    this.declarations = Declarations.of(domain);
    this.uses = new UseCheck(declarations, diagnostics);
  }

  /**
   * Reports what is wrong.
   *
   * @param requirementsEnd offset before the closing parenthesis of the requirements, or where
   *     there is no such section, behind the domain's name
   */
  void run(int requirementsEnd) {
    types();
    domain.constants().forEach(c -> uses.type(c.type(), Optional.empty()));
    constants();
    predicates();
    functions();
    domain.actions().forEach(this::action);
    domain.derived().forEach(this::axiom);
    for (Domain.DurativeAction action : domain.durativeActions()) {
      parameters(action.parameters(), List.of(action.condition()), List.of(action.effect()));
      Scope scope = Scope.of(action.parameters());
      uses.condition(action.duration(), scope);
      uses.condition(action.condition(), scope);
      uses.effect(action.effect(), scope);
    }
    for (Domain.Happening it : domain.happenings()) {
      parameters(it.parameters(), List.of(it.precondition()), List.of(it.effect()));
      Scope scope = Scope.of(it.parameters());
      uses.condition(it.precondition(), scope);
      uses.effect(it.effect(), scope);
    }
    domain.constraints().ifPresent(c -> uses.condition(c, Scope.of(List.of())));
    actionNames();
    stratification();
    requirements(requirementsEnd);
  }

  private void types() {
    Map<String, TypedName> seen = new HashMap<>();
    Set<String> undeclared = new HashSet<>();
    for (TypedName type : domain.types()) {
      TypedName first = seen.putIfAbsent(type.name(), type);
      if (first != null && first.type().equals(type.type())) {
        uses.duplicate("type '" + type.name() + "'", type.place(), first.place());
      }
      if (first == null && declarations.types().isCyclic(type.name())) {
        diagnostics.add(
            Diagnostic.error(
                PddlCode.CYCLIC_TYPES,
                type.place().span(),
                "type '" + type.name() + "' is, by way of others, its own supertype"));
      }
    }
    for (TypedName type : domain.types()) {
      for (String parent : type.type().names()) {
        if (!parent.equals(Type.OBJECT_NAME)
            && !seen.containsKey(parent)
            && undeclared.add(parent)) {
          supertype(type.type(), parent, seen.keySet());
        }
      }
    }
  }

  // Many domains name a supertype without declaring it; one that looks misspelt is worth a word.
  private void supertype(Type type, String parent, Set<String> declared) {
    Optional<String> meant = Nearest.to(parent, declared);
    Diagnostic diagnostic =
        meant.isPresent()
            ? Diagnostic.warning(
                    PddlCode.UNKNOWN_TYPE,
                    type.place().span(),
                    "type '" + parent + "' is not declared")
                .withFix(
                    Fix.suggested(
                        "write '" + meant.get() + "'", new Edit(type.place().span(), meant.get())))
            : Diagnostic.note(
                PddlCode.UNKNOWN_TYPE,
                type.place().span(),
                "type '" + parent + "' is not declared; it is taken for a subtype of object");
    diagnostics.add(diagnostic);
  }

  private void constants() {
    Map<String, TypedName> seen = new HashMap<>();
    for (TypedName constant : domain.constants()) {
      TypedName first = seen.putIfAbsent(constant.name(), constant);
      if (first != null) {
        uses.duplicate("constant '" + constant.name() + "'", constant.place(), first.place());
      }
    }
  }

  private void predicates() {
    Map<String, Domain.Predicate> seen = new HashMap<>();
    for (Domain.Predicate predicate : domain.predicates()) {
      predicate.parameters().forEach(v -> uses.type(v.type(), Optional.empty()));
      Domain.Predicate first = seen.putIfAbsent(predicate.name(), predicate);
      if (first != null) {
        uses.duplicate("predicate '" + predicate.name() + "'", predicate.place(), first.place());
      }
    }
    if (domain.predicates().isEmpty() && !domain.actions().isEmpty()) {
      Place place = domain.actions().get(0).place();
      diagnostics.add(
          Diagnostic.error(
              PddlCode.UNKNOWN_PREDICATE,
              place.source().span(place.start(), place.start() + 1),
              "the domain declares no predicates; expected '(:predicates ...)' before the actions"));
    }
  }

  private void functions() {
    Map<String, Domain.Function> seen = new HashMap<>();
    for (Domain.Function function : domain.functions()) {
      function.parameters().forEach(v -> uses.type(v.type(), Optional.empty()));
      uses.type(function.type(), Optional.empty());
      Domain.Function first = seen.putIfAbsent(function.name(), function);
      if (first != null) {
        uses.duplicate("function '" + function.name() + "'", function.place(), first.place());
      }
    }
  }

  private void action(Domain.Action action) {
    parameters(action.parameters(), List.of(action.precondition()), List.of(action.effect()));
    Scope scope = Scope.of(action.parameters());
    uses.condition(action.precondition(), scope);
    uses.effect(action.effect(), scope);
    derivedUnchanged(action.effect());
  }

  private void parameters(
      List<TypedName> parameters, List<Condition> conditions, List<Effect> effects) {
    for (TypedName parameter : parameters) {
      uses.type(
          parameter.type(), TypeInference.of(parameter.name(), conditions, effects, declarations));
    }
    uses.variables(parameters);
  }

  private void axiom(Domain.Axiom axiom) {
    uses.variables(axiom.head().parameters());
    Scope scope = Scope.of(axiom.head().parameters());
    List<Term> arguments = new ArrayList<>();
    axiom.head().parameters().forEach(p -> arguments.add(new Term.Variable(p.name(), p.place())));
    uses.atom(new Condition.Atom(axiom.head().name(), arguments, axiom.head().place()), scope);
    uses.condition(axiom.body(), scope);
  }

  private void derivedUnchanged(Effect effect) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(this::derivedUnchanged);
      case Effect.Add it -> derivedUnchanged(it.atom(), it.place());
      case Effect.Delete it -> derivedUnchanged(it.atom(), it.place());
      case Effect.Forall it -> derivedUnchanged(it.body());
      case Effect.When it -> derivedUnchanged(it.body());
      case Effect.Timed it -> derivedUnchanged(it.body());
      case Effect.Assignment it -> {}
      case Effect.ObjectAssignment it -> {}
    }
  }

  private void derivedUnchanged(Condition.Atom atom, Place place) {
    domain.derived().stream()
        .filter(axiom -> axiom.head().name().equals(atom.predicate()))
        .findFirst()
        .ifPresent(
            axiom ->
                diagnostics.add(
                    Diagnostic.error(
                            PddlCode.DERIVED_CHANGED,
                            place.span(),
                            "'" + atom.predicate() + "' is derived, so no effect can change it")
                        .withNote(Diagnostic.Note.at(axiom.place().span(), "it is derived here"))));
  }

  private void actionNames() {
    Map<String, Place> seen = new HashMap<>();
    for (Domain.Action action : domain.actions()) {
      Place first = seen.putIfAbsent(action.name(), action.place());
      if (first != null) {
        Place place = action.place();
        Place head = Place.of(place.source(), place.start(), place.start() + 1);
        uses.duplicate("action '" + action.name() + "'", head, first);
      }
    }
  }

  private void stratification() {
    Strata.unstratified(domain)
        .ifPresent(
            axiom ->
                diagnostics.add(
                    Diagnostic.error(
                        PddlCode.UNSTRATIFIED,
                        axiom.head().place().span(),
                        "'"
                            + axiom.head().name()
                            + "' depends on its own negation, so that it has no definite value")));
  }

  private void requirements(int requirementsEnd) {
    Set<Requirement> declared = Requirement.closure(domain.requirements());
    Place at = domain.place();
    boolean section = !domain.requirements().isEmpty();
    Requirements.of(domain)
        .forEach(
            (requirement, place) -> {
              if (!Requirements.covers(declared, requirement)) {
                String text =
                    section
                        ? " " + requirement.keyword()
                        : "\n  (:requirements :strips " + requirement.keyword() + ")";
                diagnostics.add(
                    Diagnostic.warning(
                            PddlCode.MISSING_REQUIREMENT,
                            place.span(),
                            "this needs the requirement " + requirement.keyword())
                        .withFix(
                            Fix.suggested(
                                "add " + requirement.keyword() + " to ':requirements'",
                                new Edit(
                                    at.source().span(requirementsEnd, requirementsEnd), text))));
              }
            });
  }
}
