package org.ponens.generators.induction.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.Schema;

/**
 * Writes rules as Prolog that SWI-Prolog and the judge read. Values are asked for where they are
 * bound, and parts before what is said of them.
 */
public final class RuleText {

  private final Slots slots;
  private final Schema schema;
  private final String example;
  private final String letter;
  private int parts;
  private int numbers;
  private boolean needsWays;
  private Group through = Group.ANY;

  private RuleText(Slots slots) {
    this.slots = slots;
    this.schema = slots.schema();
    this.example = initial(schema.example());
    String initial = initial(schema.part());
    this.letter = initial.equals("N") || initial.equals("V") ? "P" : initial;
  }

  private static String initial(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  /** A clause for each alternative, and what they need beside, a line each. */
  public static String of(Rule rule, Slots slots) {
    RuleText text = new RuleText(slots);
    List<String> clauses = new ArrayList<>();
    for (List<Condition> conditions : rule.alternatives()) {
      text.parts = 0;
      text.numbers = 0;
      List<String> goals = new ArrayList<>();
      conditions.forEach(condition -> goals.addAll(text.goals(condition)));
      clauses.add(
          text.schema.target() + "(" + text.example + ") :- " + String.join(", ", goals) + ".");
    }
    if (text.needsWays) {
      clauses.addAll(text.ways());
    }
    return String.join("\n", clauses);
  }

  private String part() {
    return letter + ++parts;
  }

  private String number() {
    return "N" + ++numbers;
  }

  private List<String> goals(Condition condition) {
    return switch (condition) {
      case Condition.Some(Group group) -> some(part(), group);
      case Condition.Never(Group group) -> List.of("\\+ " + joint(some(part(), group)));
      case Condition.Count(Group group, var comparison, int least) -> {
        String count = number();
        yield List.of(
            "aggregate_all(count, " + joint(named(part(), group)) + ", " + count + ")",
            count + " " + comparison.operator() + " " + least);
      }
      case Condition.Every(Group guard, Group then) -> {
        String one = part();
        yield List.of(
            "forall(" + joint(named(one, guard)) + ", " + joint(literals(one, then)) + ")");
      }
      case Condition.Different(Group first, Group second) -> {
        String one = part();
        String other = part();
        List<String> goals = new ArrayList<>(named(one, first));
        goals.addAll(named(other, second));
        goals.add(one + " \\= " + other);
        yield goals;
      }
      case Condition.Same(int attribute, Group group) -> {
        String one = part();
        String other = part();
        String value = "V" + ++numbers;
        List<String> goals = new ArrayList<>(named(one, group));
        goals.addAll(named(other, group));
        goals.add(one + " \\= " + other);
        goals.add(value(one, attribute, value));
        goals.add(value(other, attribute, value));
        yield goals;
      }
      case Condition.Larger(int attribute, Group first, Group second) -> {
        String one = part();
        String other = part();
        String more = number();
        String less = number();
        List<String> goals = new ArrayList<>(named(one, first));
        goals.addAll(named(other, second));
        goals.add(value(one, attribute, more));
        goals.add(value(other, attribute, less));
        goals.add(more + " > " + less);
        yield goals;
      }
      case Condition.Sum(int attribute, Group group, var comparison, int bound) -> {
        String one = part();
        String each = number();
        String sum = number();
        List<String> goals = new ArrayList<>(named(one, group));
        goals.add(value(one, attribute, each));
        yield List.of(
            "aggregate_all(sum(" + each + "), " + joint(goals) + ", " + sum + ")",
            sum + " " + comparison.operator() + " " + bound);
      }
      case Condition.Linked(Group first, Group second, OptionalInt kind) -> {
        String one = part();
        String other = part();
        List<String> goals = new ArrayList<>(named(one, first));
        goals.addAll(step(one, other, kind));
        goals.addAll(literals(other, second));
        yield goals;
      }
      case Condition.Reach(Group from, Group way, Group to) -> {
        needsWays = true;
        through = way;
        String one = part();
        String other = part();
        List<String> goals = new ArrayList<>(named(one, from));
        goals.add(name("leads") + "(" + one + ", " + other + ")");
        goals.addAll(literals(other, to));
        yield goals;
      }
    };
  }

  /** Said of some part, which is named where it matters. */
  private List<String> some(String part, Group group) {
    boolean own =
        !group.literals().isEmpty()
            && group.literals().stream().noneMatch(l -> slots.isOfPart(l.attribute()));
    return own ? literals(part, group) : named(part, group);
  }

  private List<String> named(String part, Group group) {
    List<String> goals = new ArrayList<>();
    goals.add(schema.has() + "(" + example + ", " + part + ")");
    goals.addAll(literals(part, group));
    return goals;
  }

  private List<String> literals(String part, Group group) {
    List<String> goals = new ArrayList<>();
    for (Literal literal : group.literals()) {
      Attribute attribute = slots.attribute(literal.attribute());
      String value = attribute.values().get(literal.value());
      if (literal.test() == Literal.Test.IS) {
        goals.add(value(part, literal.attribute(), value));
      } else {
        String number = number();
        goals.add(value(part, literal.attribute(), number));
        goals.add(number + (literal.test() == Literal.Test.ABOVE ? " > " : " < ") + value);
      }
    }
    return goals;
  }

  private String value(String part, int attribute, String value) {
    String owner = slots.isOfPart(attribute) ? part : example;
    return slots.attribute(attribute).predicate() + "(" + owner + ", " + value + ")";
  }

  private static String joint(List<String> goals) {
    return goals.size() == 1 ? goals.getFirst() : "(" + String.join(", ", goals) + ")";
  }

  private List<String> step(String one, String other, OptionalInt kind) {
    if (schema.link().isPresent()) {
      var link = schema.link().get();
      String third =
          link.kinds().isEmpty()
              ? ""
              : ", " + (kind.isPresent() ? link.kinds().get(kind.getAsInt()) : "_");
      return List.of(link.predicate() + "(" + one + ", " + other + third + ")");
    }
    String here = number();
    String there = number();
    return List.of(
        value(one, slots.position(), here),
        schema.has() + "(" + example + ", " + other + ")",
        value(other, slots.position(), there),
        there + " =:= " + here + " + 1");
  }

  private List<String> ways() {
    parts = 0;
    numbers = 0;
    String one = part();
    String middle = part();
    String other = part();
    String leads = name("leads");
    String head = leads + "(" + one + ", " + other + ") :- ";
    List<String> nearer = new ArrayList<>();
    List<String> clauses = new ArrayList<>();
    if (schema.link().isPresent()) {
      if (schema.link().get().isSymmetric()) {
        clauses.add(":- table " + leads + "/2.");
      }
      clauses.add(head + String.join(", ", step(one, other, OptionalInt.empty())) + ".");
      nearer.addAll(step(one, middle, OptionalInt.empty()));
    } else {
      clauses.add(head + name("follows") + "(" + one + ", " + other + ").");
      nearer.add(name("follows") + "(" + one + ", " + middle + ")");
    }
    nearer.addAll(literals(middle, through));
    nearer.add(leads + "(" + middle + ", " + other + ")");
    clauses.add(head + String.join(", ", nearer) + ".");
    if (schema.link().isEmpty()) {
      List<String> goals = new ArrayList<>();
      goals.add(schema.has() + "(" + example + ", " + one + ")");
      goals.addAll(step(one, other, OptionalInt.empty()));
      clauses.add(
          name("follows") + "(" + one + ", " + other + ") :- " + String.join(", ", goals) + ".");
    }
    return clauses;
  }

  /** A name for a predicate of the rule's own that the schema has not. */
  private String name(String wanted) {
    boolean taken =
        wanted.equals(schema.target())
            || schema.predicates().stream().anyMatch(p -> p.name().equals(wanted));
    return taken ? wanted + "_way" : wanted;
  }
}
