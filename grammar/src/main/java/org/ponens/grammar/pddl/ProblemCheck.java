package org.ponens.grammar.pddl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.pddl.Problem.Initial;
import org.ponens.grammar.pddl.UseCheck.Scope;

/** Checks a problem against its domain. */
final class ProblemCheck {

  private static final Scope NONE = Scope.of(List.of());

  private final Domain domain;
  private final Problem problem;
  private final Diagnostics diagnostics;
  private final UseCheck uses;
  private final Set<String> derived;

  ProblemCheck(Domain domain, Problem problem, Diagnostics diagnostics) {
    this.domain = domain;
    this.problem = problem;
    this.diagnostics = diagnostics;
    this.uses = new UseCheck(Declarations.of(domain, problem), diagnostics);
    this.derived = domain.derived().stream().map(a -> a.head().name()).collect(Collectors.toSet());
  }

  /**
   * Reports what is wrong.
   *
   * @param domainName where the problem names its domain, if it does
   */
  void run(Optional<Place> domainName) {
    belongs(domainName);
    objects();
    Map<Term.Fluent, Initial> values = new HashMap<>();
    problem.initial().forEach(i -> initial(i, values));
    uses.condition(problem.goal(), NONE);
    problem.constraints().ifPresent(c -> uses.condition(c, NONE));
    problem.metric().ifPresent(m -> metric(m.expression()));
    requirements();
  }

  private void belongs(Optional<Place> domainName) {
    if (domainName.isEmpty()) {
      Span at = problem.place().source().span(problem.place().start(), problem.place().start() + 1);
      diagnostics.add(
          Diagnostic.warning(
              PddlCode.OTHER_DOMAIN,
              at,
              "the problem does not name its domain; expected '(:domain " + domain.name() + ")'"));
    } else if (!problem.domain().equals(domain.name())) {
      Span span = domainName.get().span();
      diagnostics.add(
          Diagnostic.error(
                  PddlCode.OTHER_DOMAIN,
                  span,
                  "the problem is of domain '"
                      + problem.domain()
                      + "', and the domain is '"
                      + domain.name()
                      + "'")
              .withFix(
                  Fix.suggested("write '" + domain.name() + "'", new Edit(span, domain.name()))));
    }
  }

  private void objects() {
    Map<String, TypedName> seen = new HashMap<>();
    domain.constants().forEach(c -> seen.put(c.name(), c));
    for (TypedName object : problem.objects()) {
      uses.type(object.type(), Optional.empty());
      TypedName first = seen.putIfAbsent(object.name(), object);
      if (first != null) {
        duplicate(object, first);
      }
    }
  }

  private void duplicate(TypedName object, TypedName first) {
    boolean same = object.type().equals(first.type());
    Span span = object.place().span();
    Diagnostic error =
        Diagnostic.error(
            PddlCode.DUPLICATE,
            span,
            "object '"
                + object.name()
                + "' is declared twice"
                + (same ? "" : ", as " + first.type() + " and as " + object.type()));
    error =
        first.place().source() == object.place().source()
            ? error.withNote(
                Diagnostic.Note.at(first.place().span(), "the first declaration is here"))
            : error.withNote(Diagnostic.Note.of("it is a constant of the domain"));
    diagnostics.add(
        same
            ? error.withFix(
                Fix.suggested(
                    "delete the second '" + object.name() + "'", new Edit(whole(object), "")))
            : error);
  }

  /** An object where it is declared: with its type, if no other name stands before that. */
  private Span whole(TypedName object) {
    Place type = object.type().place();
    boolean alone =
        problem.objects().stream().filter(o -> o.type().place().start() == type.start()).count()
            < 2;
    return alone && type.isText() && type.start() > object.place().start()
        ? object.place().source().span(object.place().start(), type.end())
        : object.place().span();
  }

  private void initial(Initial initial, Map<Term.Fluent, Initial> values) {
    switch (initial) {
      case Initial.True it -> {
        uses.atom(it.atom(), NONE);
        if (derived.contains(it.atom().predicate())) {
          diagnostics.add(
              Diagnostic.error(
                  PddlCode.DERIVED_CHANGED,
                  it.place().span(),
                  "'" + it.atom().predicate() + "' is derived, so it is not given"));
        }
      }
      case Initial.False it -> {
        uses.atom(it.atom(), NONE);
        diagnostics.add(
            Diagnostic.warning(
                    PddlCode.NEGATIVE_INITIAL,
                    it.place().span(),
                    "what ':init' does not list is false; 'not' does not belong here")
                .withFix(Fix.suggested("delete it", new Edit(it.place().span(), ""))));
      }
      case Initial.NumberValue it -> {
        if (domain.functions().isEmpty()) {
          functionless(it);
        } else {
          Optional<Domain.Function> function = uses.fluent(it.fluent(), NONE);
          if (function.isPresent() && !function.get().isNumeric()) {
            diagnostics.add(
                Diagnostic.error(
                    PddlCode.WRONG_TYPE,
                    it.place().span(),
                    "'" + it.fluent().function() + "' has objects for values, not numbers"));
          }
        }
        value(it.fluent(), it, values);
      }
      case Initial.ObjectValue it -> {
        uses.fluent(it.fluent(), NONE);
        uses.typeOf(it.value(), NONE);
        value(it.fluent(), it, values);
      }
      case Initial.At it -> initial(it.literal(), new HashMap<>());
    }
  }

  private void functionless(Initial.NumberValue it) {
    diagnostics.add(
        Diagnostic.error(
                PddlCode.UNKNOWN_FUNCTION,
                it.fluent().place().span(),
                "function '"
                    + it.fluent().function()
                    + "' is not declared; the domain has no ':functions'")
            .withFix(
                Fix.suggested(
                    "delete it, as nothing in the domain has a value",
                    new Edit(it.place().span(), ""))));
  }

  private void value(Term.Fluent fluent, Initial value, Map<Term.Fluent, Initial> values) {
    Initial first = values.putIfAbsent(fluent, value);
    if (first != null && !first.equals(value)) {
      diagnostics.add(
          Diagnostic.error(
                  PddlCode.CONFLICTING_VALUES,
                  value.place().span(),
                  PddlPrinter.print(fluent) + " is given two values")
              .withNote(Diagnostic.Note.at(first.place().span(), "the first is here")));
    }
  }

  private void metric(Expression expression) {
    switch (expression) {
      case Expression.FluentValue it -> uses.fluent(it.fluent(), NONE);
      case Expression.Operation it -> it.operands().forEach(this::metric);
      case Expression.IsViolated it -> {
        Set<String> names = new HashSet<>();
        preferences(problem.goal(), names);
        problem.constraints().ifPresent(c -> preferences(c, names));
        if (!names.contains(it.preference()) && domain.constraints().isEmpty()) {
          diagnostics.add(
              Diagnostic.warning(
                  PddlCode.BAD_EXPRESSION,
                  it.place().span(),
                  "there is no preference '" + it.preference() + "' in the problem"));
        }
      }
      case Expression.Value it -> {}
      case Expression.Special it -> {}
    }
  }

  private static void preferences(Condition condition, Set<String> names) {
    switch (condition) {
      case Condition.Preference it -> it.name().ifPresent(names::add);
      case Condition.And it -> it.operands().forEach(o -> preferences(o, names));
      case Condition.Forall it -> preferences(it.body(), names);
      default -> {}
    }
  }

  private void requirements() {
    Set<Requirement> declared = Requirement.closure(domain.requirements());
    declared.addAll(Requirement.closure(problem.requirements()));
    // What the domain itself uses is reported there.
    declared.addAll(Requirements.of(domain).keySet());
    Requirements.of(problem)
        .forEach(
            (requirement, place) -> {
              if (!Requirements.covers(declared, requirement)) {
                diagnostics.add(
                    Diagnostic.warning(
                        PddlCode.MISSING_REQUIREMENT,
                        place.span(),
                        "this needs the requirement " + requirement.keyword() + " in the domain"));
              }
            });
  }
}
