package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition.TimeSpecifier;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;

/** Reads effects. What cannot be read is left out and an error says why. */
final class EffectReader {

  private final Reading reading;
  private final ConditionReader conditions;
  private final ExpressionReader expressions;
  private final TypedLists typedLists;
  private final Set<String> objectFluents;

  EffectReader(Reading reading, ConditionReader conditions, Set<String> objectFluents) {
    this.reading = reading;
    this.conditions = conditions;
    this.expressions = new ExpressionReader(reading);
    this.typedLists = new TypedLists(reading);
    this.objectFluents = objectFluents;
  }

  /** The one effect behind a key; several without {@code and} are taken together, with an error. */
  Optional<Effect> only(List<Form> forms, Form key, String what) {
    if (forms.isEmpty()) {
      reading.error(PddlCode.MALFORMED, key, "expected an effect behind '" + what + "'");
      return Optional.empty();
    }
    if (forms.size() == 1) {
      return read(forms.get(0));
    }
    Form first = forms.get(0);
    Form last = forms.get(forms.size() - 1);
    reading
        .diagnostics()
        .add(
            Diagnostic.error(
                    PddlCode.MISSING_AND,
                    reading.source().span(first.start(), last.end()),
                    forms.size() + " effects of '" + what + "' without 'and'")
                .withFix(
                    Fix.suggested(
                        "write '(and ...)' around them",
                        new Edit(reading.source().span(first.start(), first.start()), "(and "),
                        new Edit(reading.source().span(last.end(), last.end()), ")"))));
    return Optional.of(new Effect.And(all(forms), reading.place(first)));
  }

  private List<Effect> all(List<Form> forms) {
    List<Effect> effects = new ArrayList<>(forms.size());
    forms.forEach(form -> read(form).ifPresent(effects::add));
    return effects;
  }

  /** An effect; empty where none can be read, and an error says why. */
  Optional<Effect> read(Form form) {
    if (!(form instanceof Group group)) {
      String text = reading.text(form);
      if (form instanceof Word word && Reading.isName(word)) {
        reading.error(
            PddlCode.BAD_EFFECT,
            form,
            "an effect stands in parentheses, found '" + text + "'",
            "(" + text + ")");
      } else {
        reading.error(PddlCode.BAD_EFFECT, form, "expected an effect, found '" + text + "'");
      }
      return Optional.empty();
    }
    Place place = reading.place(group);
    if (group.items().isEmpty()) {
      return Optional.of(new Effect.And(List.of(), place));
    }
    return switch (group.head()) {
      case "" -> headless(group);
      case "and" -> Optional.of(new Effect.And(all(group.rest()), place));
      case "not" -> delete(group);
      case "forall" -> universal(group);
      case "when" -> conditional(group);
      case "assign", "increase", "decrease", "scale-up", "scale-down" -> assignment(group);
      case "or" -> {
        uncertain(group, "an effect happens for certain; there is no 'or' in effects");
        yield Optional.empty();
      }
      case "exists" -> {
        uncertain(group, "an effect happens to certain objects; 'exists' is no effect");
        yield Optional.empty();
      }
      case "imply", "implies", "if" -> {
        uncertain(group, "an effect under a condition is '(when condition effect)'");
        yield Optional.empty();
      }
      case "=" -> {
        uncertain(group, "the value of a fluent is changed by 'assign'");
        yield Optional.empty();
      }
      default -> timedOrAdd(group);
    };
  }

  private void uncertain(Group group, String message) {
    Form head = group.items().get(0);
    switch (group.head()) {
      case "or" -> reading.error(PddlCode.BAD_EFFECT, head, message, "and");
      case "imply", "implies", "if" -> reading.error(PddlCode.BAD_EFFECT, head, message, "when");
      case "=" -> reading.error(PddlCode.BAD_EFFECT, head, message, "assign");
      default -> reading.error(PddlCode.BAD_EFFECT, group, message);
    }
  }

  private Optional<Effect> headless(Group group) {
    Form first = group.items().get(0);
    if (first instanceof Group inner && group.items().size() == 1) {
      reading.error(
          PddlCode.BAD_EFFECT, group, "parentheses around parentheses", reading.text(inner));
      return read(inner);
    }
    reading.error(
        PddlCode.MISSING_AND,
        group,
        "effects without 'and'",
        "(and " + reading.source().text().substring(first.start(), group.end()));
    return Optional.of(new Effect.And(all(group.items()), reading.place(group)));
  }

  private Optional<Effect> delete(Group group) {
    if (group.items().size() != 2 || !(group.items().get(1) instanceof Group inner)) {
      reading.error(PddlCode.BAD_EFFECT, group, "expected '(not (predicate ...))'");
      return Optional.empty();
    }
    if (Set.of("and", "or", "not", "forall", "exists", "when").contains(inner.head())
        || inner.head().isEmpty()) {
      reading.error(
          PddlCode.BAD_EFFECT, group, "in effects 'not' stands before a single predicate");
      return Optional.empty();
    }
    return conditions.atom(inner).map(atom -> new Effect.Delete(atom, reading.place(group)));
  }

  private Optional<Effect> universal(Group group) {
    if (group.items().size() < 3) {
      reading.error(PddlCode.BAD_EFFECT, group, "expected '(forall (?x - type) (...))'");
      return Optional.empty();
    }
    List<TypedName> variables = typedLists.variableList(group.items().get(1));
    return only(group.items().subList(2, group.items().size()), group, "forall")
        .map(body -> new Effect.Forall(variables, body, reading.place(group)));
  }

  private Optional<Effect> conditional(Group group) {
    if (group.items().size() < 3) {
      reading.error(PddlCode.BAD_EFFECT, group, "expected '(when condition effect)'");
      return Optional.empty();
    }
    Optional<Condition> condition = conditions.read(group.items().get(1));
    Optional<Effect> body = only(group.items().subList(2, group.items().size()), group, "when");
    return condition.flatMap(c -> body.map(b -> new Effect.When(c, b, reading.place(group))));
  }

  private Optional<Effect> assignment(Group group) {
    if (group.items().size() != 3) {
      reading.error(
          PddlCode.BAD_EFFECT, group, "expected '(" + group.head() + " (fluent ...) value)'");
      return Optional.empty();
    }
    Optional<Term.Fluent> fluent = expressions.fluent(group.items().get(1));
    if (fluent.isEmpty()) {
      return Optional.empty();
    }
    Place place = reading.place(group);
    Form value = group.items().get(2);
    if (group.head().equals("assign") && objectFluents.contains(fluent.get().function())) {
      if (value instanceof Word word && word.text().equals("undefined")) {
        return Optional.of(new Effect.ObjectAssignment(fluent.get(), Optional.empty(), place));
      }
      return expressions
          .term(value, "assign")
          .map(term -> new Effect.ObjectAssignment(fluent.get(), Optional.of(term), place));
    }
    Effect.Assign how =
        switch (group.head()) {
          case "assign" -> Effect.Assign.ASSIGN;
          case "increase" -> Effect.Assign.INCREASE;
          case "decrease" -> Effect.Assign.DECREASE;
          case "scale-up" -> Effect.Assign.SCALE_UP;
          default -> Effect.Assign.SCALE_DOWN;
        };
    return expressions
        .expression(value)
        .map(expression -> new Effect.Assignment(how, fluent.get(), expression, place));
  }

  private Optional<Effect> timedOrAdd(Group group) {
    List<Form> items = group.items();
    if (items.size() == 3
        && group.head().equals("at")
        && items.get(1) instanceof Word word
        && items.get(2) instanceof Group) {
      for (TimeSpecifier time : List.of(TimeSpecifier.AT_START, TimeSpecifier.AT_END)) {
        if (time.words().equals("at " + word.text())) {
          return read(items.get(2)).map(b -> new Effect.Timed(time, b, reading.place(group)));
        }
      }
    }
    return conditions.atom(group).map(Effect.Add::new);
  }
}
