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
import org.ponens.grammar.pddl.Condition.Comparator;
import org.ponens.grammar.pddl.Condition.Modality;
import org.ponens.grammar.pddl.Condition.TimeSpecifier;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;

/**
 * Reads conditions. What cannot be read is left out and an error says why, so that one reading
 * finds all errors.
 */
final class ConditionReader {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final TypedLists typedLists;
  private final Set<String> objectFluents;

  /**
   * @param objectFluents the functions whose values are objects, to tell {@code (= (at ?x) (at
   *     ?y))} from a comparison of numbers
   */
  ConditionReader(Reading reading, Set<String> objectFluents) {
    this.reading = reading;
    this.expressions = new ExpressionReader(reading);
    this.typedLists = new TypedLists(reading);
    this.objectFluents = objectFluents;
  }

  /**
   * The one condition that a section holds. Several without {@code and} are taken together, with an
   * error.
   *
   * @param key the section, for messages
   */
  Optional<Condition> only(List<Form> forms, Form key, String what) {
    if (forms.isEmpty()) {
      reading.error(PddlCode.MALFORMED, key, "expected a condition behind '" + what + "'");
      return Optional.empty();
    }
    if (forms.size() > 1) {
      Form first = forms.get(0);
      Form last = forms.get(forms.size() - 1);
      boolean startsWithAnd = first instanceof Word word && word.text().equals("and");
      int open = first.start();
      reading
          .diagnostics()
          .add(
              Diagnostic.error(
                      PddlCode.MISSING_AND,
                      reading.source().span(first.start(), last.end()),
                      startsWithAnd
                          ? "the conditions of '" + what + "' are in parentheses, with 'and'"
                          : forms.size() + " conditions of '" + what + "' without 'and'")
                  .withFix(
                      Fix.suggested(
                          startsWithAnd ? "write '(and ...)'" : "write '(and ...)' around them",
                          new Edit(
                              reading.source().span(open, open), startsWithAnd ? "(" : "(and "),
                          new Edit(reading.source().span(last.end(), last.end()), ")"))));
      List<Form> conditions = startsWithAnd ? forms.subList(1, forms.size()) : forms;
      return Optional.of(new Condition.And(all(conditions), reading.place(first)));
    }
    return read(forms.get(0));
  }

  /** A condition; empty where none can be read, and an error says why. */
  Optional<Condition> read(Form form) {
    if (!(form instanceof Group group)) {
      String text = reading.text(form);
      if (form instanceof Word word && Reading.isName(word)) {
        reading.error(
            PddlCode.BAD_CONDITION,
            form,
            "a condition stands in parentheses, found '" + text + "'",
            "(" + text + ")");
      } else {
        reading.error(PddlCode.BAD_CONDITION, form, "expected a condition, found '" + text + "'");
      }
      return Optional.empty();
    }
    if (group.items().isEmpty()) {
      return Optional.of(new Condition.And(List.of(), reading.place(group)));
    }
    if (group.head().isEmpty()) {
      Form first = group.items().get(0);
      if (first instanceof Group inner && group.items().size() == 1) {
        reading.error(
            PddlCode.BAD_CONDITION, group, "parentheses around parentheses", reading.text(inner));
        return read(inner);
      }
      reading.error(
          PddlCode.MISSING_AND,
          group,
          "conditions without 'and'",
          "(and " + reading.source().text().substring(first.start(), group.end()));
      return Optional.of(new Condition.And(all(group.items()), reading.place(group)));
    }
    return composed(group);
  }

  private Optional<Condition> composed(Group group) {
    Place place = reading.place(group);
    return switch (group.head()) {
      case "and" -> Optional.of(new Condition.And(all(group.rest()), place));
      case "or" -> Optional.of(new Condition.Or(all(group.rest()), place));
      case "not" ->
          hasOperands(group, 1)
              ? read(group.items().get(1)).map(body -> new Condition.Not(body, place))
              : Optional.empty();
      case "imply", "implies", "=>", "->" -> implication(group);
      case "exists", "forall" -> quantified(group);
      case "=", "<", ">", "<=", ">=", "≤", "≥" -> comparison(group);
      case "!=", "/=", "<>" -> {
        String rest = reading.source().text().substring(group.items().get(0).end(), group.end());
        reading.error(
            PddlCode.BAD_CONDITION,
            group,
            "PDDL has no '" + group.head() + "'",
            "(not (=" + rest + ")");
        yield Optional.empty();
      }
      case "preference" -> preference(group);
      case "when" -> {
        reading.error(
            PddlCode.BAD_CONDITION, group, "'when' is an effect; in a condition it is 'imply'");
        yield Optional.empty();
      }
      default -> timedOrAtom(group);
    };
  }

  private List<Condition> all(List<Form> forms) {
    List<Condition> conditions = new ArrayList<>(forms.size());
    forms.forEach(form -> read(form).ifPresent(conditions::add));
    return conditions;
  }

  private boolean hasOperands(Group group, int count) {
    int found = group.items().size() - 1;
    if (found != count) {
      reading.error(
          PddlCode.BAD_CONDITION,
          group,
          "'"
              + group.head()
              + "' has "
              + count
              + (count == 1 ? " operand" : " operands")
              + ", found "
              + found);
    }
    return found == count;
  }

  private Optional<Condition> implication(Group group) {
    if (!group.head().equals("imply")) {
      reading.error(
          PddlCode.BAD_CONDITION,
          group.items().get(0),
          "in PDDL '" + group.head() + "' is written 'imply'",
          "imply");
    }
    if (!hasOperands(group, 2)) {
      return Optional.empty();
    }
    Optional<Condition> left = read(group.items().get(1));
    Optional<Condition> right = read(group.items().get(2));
    return left.flatMap(l -> right.map(r -> new Condition.Imply(l, r, reading.place(group))));
  }

  private Optional<Condition> quantified(Group group) {
    if (group.items().size() < 3) {
      reading.error(
          PddlCode.BAD_CONDITION,
          group,
          "expected variables and a condition: '(" + group.head() + " (?x - type) (...))'");
      return Optional.empty();
    }
    List<TypedName> variables = typedLists.variableList(group.items().get(1));
    List<Form> rest = group.items().subList(2, group.items().size());
    Place place = reading.place(group);
    return only(rest, group, group.head())
        .map(
            body ->
                group.head().equals("exists")
                    ? new Condition.Exists(variables, body, place)
                    : new Condition.Forall(variables, body, place));
  }

  private Optional<Condition> comparison(Group group) {
    if (!hasOperands(group, 2)) {
      return Optional.empty();
    }
    Form left = group.items().get(1);
    Form right = group.items().get(2);
    Place place = reading.place(group);
    if (group.head().equals("=") && (isObject(left) || isObject(right))) {
      Optional<Term> l = expressions.term(left, "=");
      Optional<Term> r = expressions.term(right, "=");
      return l.flatMap(a -> r.map(b -> new Condition.Equality(a, b, place)));
    }
    Comparator comparator =
        switch (group.head()) {
          case "<" -> Comparator.LESS;
          case "<=", "≤" -> Comparator.LESS_OR_EQUAL;
          case ">=", "≥" -> Comparator.GREATER_OR_EQUAL;
          case ">" -> Comparator.GREATER;
          default -> Comparator.EQUAL;
        };
    Optional<Expression> l = expressions.expression(left);
    Optional<Expression> r = expressions.expression(right);
    return l.flatMap(a -> r.map(b -> new Condition.Comparison(comparator, a, b, place)));
  }

  private boolean isObject(Form form) {
    return switch (form) {
      case Word word ->
          !word.text().equals(Expression.Quantity.DURATION.word())
              && !word.text().equals(Expression.Quantity.TOTAL_TIME.word())
              && (Reading.isVariable(word) || (Reading.isName(word) && !Reading.isNumber(word)));
      case Group group -> objectFluents.contains(group.head());
    };
  }

  private Optional<Condition> preference(Group group) {
    List<Form> rest = group.rest();
    Optional<String> name = Optional.empty();
    if (rest.size() == 2 && rest.get(0) instanceof Word word) {
      name = reading.name(word, "the name of the preference");
      rest = rest.subList(1, 2);
    }
    Optional<String> given = name;
    return only(rest, group, "preference")
        .map(body -> new Condition.Preference(given, body, reading.place(group)));
  }

  private Optional<Condition> timedOrAtom(Group group) {
    List<Form> items = group.items();
    String second = items.size() > 1 && items.get(1) instanceof Word word ? word.text() : "";
    for (TimeSpecifier time : TimeSpecifier.values()) {
      if (items.size() == 3
          && items.get(2) instanceof Group
          && time.words().equals(group.head() + " " + second)) {
        return read(items.get(2))
            .map(body -> new Condition.Timed(time, body, reading.place(group)));
      }
    }
    for (Modality modality : Modality.values()) {
      if (modality.word().equals(group.head())
          && items.size() == 1 + modality.bounds() + modality.operands()
          && items.get(items.size() - 1) instanceof Group) {
        return trajectory(modality, group);
      }
    }
    return atom(group).map(Condition.class::cast);
  }

  private Optional<Condition> trajectory(Modality modality, Group group) {
    List<BigDecimal> bounds = new ArrayList<>();
    List<Condition> operands = new ArrayList<>();
    List<Form> items = group.items();
    for (int i = 1; i <= modality.bounds(); i++) {
      expressions.number(items.get(i)).ifPresent(bounds::add);
    }
    for (int i = 1 + modality.bounds(); i < items.size(); i++) {
      read(items.get(i)).ifPresent(operands::add);
    }
    return bounds.size() == modality.bounds() && operands.size() == modality.operands()
        ? Optional.of(new Condition.Trajectory(modality, bounds, operands, reading.place(group)))
        : Optional.empty();
  }

  /** A predicate with its terms. */
  Optional<Condition.Atom> atom(Group group) {
    Optional<String> predicate = reading.name(group.items().get(0), "the name of a predicate");
    if (predicate.isEmpty()) {
      return Optional.empty();
    }
    String name = predicate.get();
    return expressions
        .terms(group.rest(), name)
        .map(terms -> new Condition.Atom(name, terms, reading.place(group)));
  }
}
