package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.Problem.Initial;
import org.ponens.grammar.pddl.SectionReader.Section;

/** Reads the definition of a problem. */
final class ProblemReader {

  private static final Set<String> KNOWN =
      Set.of(
          ":domain",
          ":requirements",
          ":objects",
          ":init",
          ":goal",
          ":constraints",
          ":metric",
          ":length");

  private final Reading reading;
  private final SectionReader sections;
  private final TypedLists typedLists;
  private final ConditionReader conditions;
  private final ExpressionReader expressions;
  private final Set<String> objectFluents;

  private String domain = "";
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<TypedName> objects = new ArrayList<>();
  private final List<Initial> initial = new ArrayList<>();
  private Optional<Condition> goal = Optional.empty();
  private Optional<Condition> constraints = Optional.empty();
  private Optional<Problem.Metric> metric = Optional.empty();

  ProblemReader(Reading reading, Set<String> objectFluents) {
    this.reading = reading;
    this.sections = new SectionReader(reading);
    this.typedLists = new TypedLists(reading);
    this.conditions = new ConditionReader(reading, objectFluents);
    this.expressions = new ExpressionReader(reading);
    this.objectFluents = objectFluents;
  }

  Problem read(Group definition) {
    String name = sections.definedName(definition, "problem").orElse("unnamed");
    boolean hasGoal = false;
    for (Section section : sections.sections(definition, "problem", KNOWN)) {
      hasGoal |= section.head().equals(":goal");
      read(section);
    }
    if (!hasGoal) {
      Span end = reading.source().span(definition.end() - 1, definition.end());
      reading
          .diagnostics()
          .add(
              Diagnostic.error(
                  PddlCode.MISSING_GOAL,
                  end,
                  "the problem has no goal; expected '(:goal (...))' before its end"));
    }
    return new Problem(
        name,
        domain,
        requirements,
        objects,
        initial,
        goal.orElse(Condition.always()),
        constraints,
        metric,
        reading.place(definition));
  }

  private void read(Section section) {
    Group group = section.group();
    Form head = group.items().get(0);
    switch (section.head()) {
      case ":domain" -> {
        if (group.items().size() == 2) {
          domain = reading.name(group.items().get(1), "the name of the domain").orElse("");
        } else {
          reading.error(PddlCode.MALFORMED, group, "expected '(:domain NAME)'");
        }
      }
      case ":requirements" -> requirements.addAll(sections.requirements(group));
      case ":objects" -> objects.addAll(typedLists.names(group.rest(), "the name of an object"));
      case ":init" -> init(group);
      case ":goal" -> {
        if (goal.isPresent()) {
          reading.error(PddlCode.REPEATED_SECTION, head, "':goal' stands here for a second time");
        } else {
          goal = conditions.only(group.rest(), head, ":goal");
        }
      }
      case ":constraints" -> constraints = conditions.only(group.rest(), head, ":constraints");
      case ":metric" -> metric(group);
      default -> {}
    }
  }

  private void init(Group group) {
    List<Form> facts = group.rest();
    // Models often write a conjunction.
    if (facts.size() == 1 && facts.get(0) instanceof Group only && only.head().equals("and")) {
      Span and = reading.span(only.items().get(0));
      reading
          .diagnostics()
          .add(
              Diagnostic.error(PddlCode.MALFORMED, and, "':init' lists its facts without 'and'")
                  .withFix(
                      Fix.suggested(
                          "delete '(and' and its ')'",
                          new Edit(reading.source().span(only.start(), and.end()), ""),
                          new Edit(reading.source().span(only.end() - 1, only.end()), ""))));
      facts = only.rest();
    }
    facts.forEach(fact -> fact(fact).ifPresent(initial::add));
  }

  private Optional<Initial> fact(Form form) {
    if (!(form instanceof Group group) || group.items().isEmpty()) {
      String text = reading.text(form);
      if (form instanceof Word word && Reading.isName(word)) {
        reading.error(
            PddlCode.MALFORMED,
            form,
            "a fact stands in parentheses, found '" + text + "'",
            "(" + text + ")");
      } else {
        reading.error(PddlCode.MALFORMED, form, "expected a fact, found '" + text + "'");
      }
      return Optional.empty();
    }
    Place place = reading.place(group);
    return switch (group.head()) {
      case "not" -> negative(group);
      case "=" -> value(group);
      case "and", "or", "forall", "exists", "imply", "when" -> {
        reading.error(
            PddlCode.MALFORMED,
            group,
            "':init' lists ground facts; '" + group.head() + "' cannot stand here");
        yield Optional.empty();
      }
      default -> {
        List<Form> items = group.items();
        if (group.head().equals("at")
            && items.size() == 3
            && Reading.isNumber(items.get(1))
            && items.get(2) instanceof Group literal) {
          Optional<BigDecimal> time = expressions.number(items.get(1));
          yield fact(literal).flatMap(f -> time.map(t -> new Initial.At(t, f, place)));
        }
        yield conditions.atom(group).map(Initial.True::new);
      }
    };
  }

  private Optional<Initial> negative(Group group) {
    if (group.items().size() != 2 || !(group.items().get(1) instanceof Group inner)) {
      reading.error(PddlCode.MALFORMED, group, "expected '(not (predicate ...))'");
      return Optional.empty();
    }
    if (inner.items().isEmpty()) {
      reading.error(PddlCode.MALFORMED, inner, "expected a predicate");
      return Optional.empty();
    }
    return conditions.atom(inner).map(atom -> new Initial.False(atom, reading.place(group)));
  }

  private Optional<Initial> value(Group group) {
    if (group.items().size() != 3) {
      reading.error(PddlCode.MALFORMED, group, "expected '(= (fluent ...) value)'");
      return Optional.empty();
    }
    Place place = reading.place(group);
    Optional<Term.Fluent> fluent = expressions.fluent(group.items().get(1));
    Form value = group.items().get(2);
    if (fluent.isPresent()
        && value instanceof Word word
        && Reading.isName(word)
        && (!Reading.isNumber(word) || objectFluents.contains(fluent.get().function()))) {
      Term.Name object = new Term.Name(word.text(), reading.place(word));
      return Optional.of(new Initial.ObjectValue(fluent.get(), object, place));
    }
    return fluent.flatMap(
        f -> expressions.number(value).map(number -> new Initial.NumberValue(f, number, place)));
  }

  private void metric(Group group) {
    List<Form> rest = group.rest();
    String direction = !rest.isEmpty() && rest.get(0) instanceof Word word ? word.text() : "";
    boolean maximize = direction.equals("maximize");
    if (rest.size() != 2 || !(maximize || direction.equals("minimize"))) {
      reading.error(PddlCode.MALFORMED, group, "expected '(:metric minimize (...))' or 'maximize'");
      return;
    }
    metric =
        expressions
            .expression(rest.get(1))
            .map(e -> new Problem.Metric(maximize, e, reading.place(group)));
  }
}
