package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.ponens.grammar.pddl.Problem.Initial;

/** Prints PDDL that the readers read back as equal. */
final class PddlPrinter {

  private PddlPrinter() {}

  static String print(Domain domain) {
    StringBuilder out = new StringBuilder(1024);
    out.append("(define (domain ").append(domain.name()).append(")\n");
    requirements(out, domain.requirements());
    typedSection(out, ":types", domain.types());
    typedSection(out, ":constants", domain.constants());
    if (!domain.predicates().isEmpty()) {
      out.append("  (:predicates");
      domain.predicates().forEach(p -> out.append("\n    ").append(predicate(p)));
      out.append(")\n");
    }
    if (!domain.functions().isEmpty()) {
      out.append("  (:functions");
      for (Domain.Function f : domain.functions()) {
        out.append("\n    (").append(f.name()).append(parameters(f.parameters()));
        out.append(") - ").append(f.type());
      }
      out.append(")\n");
    }
    domain
        .constraints()
        .ifPresent(c -> out.append("  (:constraints ").append(print(c)).append(")\n"));
    for (Domain.Axiom axiom : domain.derived()) {
      out.append("  (:derived ").append(predicate(axiom.head())).append("\n    ");
      out.append(print(axiom.body())).append(")\n");
    }
    for (Domain.Action action : domain.actions()) {
      operator(
          out,
          ":action",
          action.name(),
          action.parameters(),
          action.precondition(),
          action.effect());
    }
    for (Domain.DurativeAction action : domain.durativeActions()) {
      out.append("  (:durative-action ").append(action.name()).append('\n');
      out.append("    :parameters (").append(typed(action.parameters(), "?")).append(")\n");
      out.append("    :duration ").append(print(action.duration())).append('\n');
      out.append("    :condition ").append(print(action.condition())).append('\n');
      out.append("    :effect ").append(print(action.effect())).append(")\n");
    }
    for (Domain.Happening it : domain.happenings()) {
      operator(
          out,
          it.process() ? ":process" : ":event",
          it.name(),
          it.parameters(),
          it.precondition(),
          it.effect());
    }
    return out.append(")\n").toString();
  }

  private static void operator(
      StringBuilder out,
      String keyword,
      String name,
      List<TypedName> parameters,
      Condition precondition,
      Effect effect) {
    out.append("  (").append(keyword).append(' ').append(name).append('\n');
    out.append("    :parameters (").append(typed(parameters, "?")).append(")\n");
    out.append("    :precondition ").append(print(precondition)).append('\n');
    out.append("    :effect ").append(print(effect)).append(")\n");
  }

  static String print(Problem problem) {
    StringBuilder out = new StringBuilder(1024);
    out.append("(define (problem ").append(problem.name()).append(")\n");
    out.append("  (:domain ").append(problem.domain()).append(")\n");
    requirements(out, problem.requirements());
    typedSection(out, ":objects", problem.objects());
    out.append("  (:init");
    problem.initial().forEach(i -> out.append("\n    ").append(print(i)));
    out.append(")\n");
    out.append("  (:goal ").append(print(problem.goal())).append(")\n");
    problem
        .constraints()
        .ifPresent(c -> out.append("  (:constraints ").append(print(c)).append(")\n"));
    problem
        .metric()
        .ifPresent(
            m ->
                out.append("  (:metric ")
                    .append(m.maximize() ? "maximize " : "minimize ")
                    .append(print(m.expression()))
                    .append(")\n"));
    return out.append(")\n").toString();
  }

  private static void requirements(StringBuilder out, List<Requirement> requirements) {
    if (!requirements.isEmpty()) {
      out.append("  (:requirements");
      requirements.forEach(r -> out.append(' ').append(r.keyword()));
      out.append(")\n");
    }
  }

  private static void typedSection(StringBuilder out, String keyword, List<TypedName> names) {
    if (!names.isEmpty()) {
      out.append("  (").append(keyword).append(' ').append(typed(names, "")).append(")\n");
    }
  }

  // Names of one type in a row share its mention. An untyped name before a typed one would take its
  // type, so that 'object' is written wherever something typed follows.
  private static String typed(List<TypedName> names, String mark) {
    StringBuilder out = new StringBuilder();
    boolean anyTyped = names.stream().anyMatch(n -> !n.type().isObject());
    for (int i = 0; i < names.size(); i++) {
      TypedName name = names.get(i);
      out.append(i == 0 ? "" : " ").append(mark).append(name.name());
      boolean lastOfType = i + 1 == names.size() || !names.get(i + 1).type().equals(name.type());
      if (anyTyped && lastOfType) {
        out.append(" - ").append(name.type());
      }
    }
    return out.toString();
  }

  private static String parameters(List<TypedName> parameters) {
    return parameters.isEmpty() ? "" : " " + typed(parameters, "?");
  }

  static String predicate(Domain.Predicate predicate) {
    return "(" + predicate.name() + parameters(predicate.parameters()) + ")";
  }

  static String print(Initial initial) {
    return switch (initial) {
      case Initial.True it -> print(it.atom());
      case Initial.False it -> "(not " + print(it.atom()) + ")";
      case Initial.NumberValue it -> "(= " + print(it.fluent()) + " " + number(it.value()) + ")";
      case Initial.ObjectValue it -> "(= " + print(it.fluent()) + " " + it.value().name() + ")";
      case Initial.At it -> "(at " + number(it.time()) + " " + print(it.literal()) + ")";
    };
  }

  static String print(Condition condition) {
    return switch (condition) {
      case Condition.Atom it -> list(it.predicate(), it.arguments());
      case Condition.Equality it -> "(= " + print(it.left()) + " " + print(it.right()) + ")";
      case Condition.Not it -> "(not " + print(it.operand()) + ")";
      case Condition.And it -> it.operands().isEmpty() ? "()" : all("and", it.operands());
      case Condition.Or it -> all("or", it.operands());
      case Condition.Imply it ->
          "(imply " + print(it.antecedent()) + " " + print(it.consequent()) + ")";
      case Condition.Exists it ->
          "(exists (" + typed(it.variables(), "?") + ") " + print(it.body()) + ")";
      case Condition.Forall it ->
          "(forall (" + typed(it.variables(), "?") + ") " + print(it.body()) + ")";
      case Condition.Comparison it ->
          "(" + it.comparator().symbol() + " " + print(it.left()) + " " + print(it.right()) + ")";
      case Condition.Preference it ->
          "(preference " + it.name().map(n -> n + " ").orElse("") + print(it.body()) + ")";
      case Condition.Timed it -> "(" + it.time().words() + " " + print(it.body()) + ")";
      case Condition.Trajectory it ->
          "("
              + it.modality().word()
              + it.bounds().stream().map(b -> " " + number(b)).collect(Collectors.joining())
              + it.operands().stream().map(o -> " " + print(o)).collect(Collectors.joining())
              + ")";
    };
  }

  private static String all(String head, List<Condition> operands) {
    return "("
        + head
        + operands.stream().map(o -> " " + print(o)).collect(Collectors.joining())
        + ")";
  }

  static String print(Effect effect) {
    return switch (effect) {
      case Effect.And it ->
          it.operands().isEmpty()
              ? "()"
              : it.operands().stream()
                  .map(e -> " " + print(e))
                  .collect(Collectors.joining("", "(and", ")"));
      case Effect.Add it -> print(it.atom());
      case Effect.Delete it -> "(not " + print(it.atom()) + ")";
      case Effect.Forall it ->
          "(forall (" + typed(it.variables(), "?") + ") " + print(it.body()) + ")";
      case Effect.When it -> "(when " + print(it.condition()) + " " + print(it.body()) + ")";
      case Effect.Assignment it ->
          "(" + it.how().word() + " " + print(it.fluent()) + " " + print(it.value()) + ")";
      case Effect.ObjectAssignment it ->
          "(assign "
              + print(it.fluent())
              + " "
              + it.value().map(PddlPrinter::print).orElse("undefined")
              + ")";
      case Effect.Timed it -> "(" + it.time().words() + " " + print(it.body()) + ")";
    };
  }

  static String print(Expression expression) {
    return switch (expression) {
      case Expression.Value it -> number(it.number());
      case Expression.FluentValue it -> print(it.fluent());
      case Expression.Operation it ->
          it.operands().stream()
              .map(o -> " " + print(o))
              .collect(Collectors.joining("", "(" + it.operator().symbol(), ")"));
      case Expression.Special it -> it.quantity().word();
      case Expression.IsViolated it -> "(is-violated " + it.preference() + ")";
    };
  }

  static String print(Term term) {
    return switch (term) {
      case Term.Variable it -> "?" + it.name();
      case Term.Name it -> it.name();
      case Term.Fluent it -> list(it.function(), it.arguments());
    };
  }

  private static String list(String head, List<Term> arguments) {
    return arguments.isEmpty()
        ? "(" + head + ")"
        : arguments.stream()
            .map(PddlPrinter::print)
            .collect(Collectors.joining(" ", "(" + head + " ", ")"));
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }
}
