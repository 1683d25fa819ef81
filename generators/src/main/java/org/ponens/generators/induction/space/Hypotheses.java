package org.ponens.generators.induction.space;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.rule.Condition;
import org.ponens.generators.induction.rule.Condition.Comparison;
import org.ponens.generators.induction.rule.Group;
import org.ponens.generators.induction.rule.Literal;
import org.ponens.generators.induction.rule.RuleClass;

/**
 * The conditions that rules of the bounded hypothesis space are conjunctions of: that some part is
 * so and so and, where the hidden rule is more than conjunctions, that none is, and those of its
 * class. Literals of these others are single ones, so that the space stays small.
 */
final class Hypotheses {

  private final Slots slots;
  private final int mostLength;
  private final Predicate<Condition> keep;
  private final long most;
  private final List<Condition> kept = new ArrayList<>();
  private long tried;

  private Hypotheses(Slots slots, int mostLength, long most, Predicate<Condition> keep) {
    this.slots = slots;
    this.mostLength = mostLength;
    this.most = most;
    this.keep = keep;
  }

  /**
   * Enumerates conditions.
   *
   * @param kept those that are not kept are left out; a condition about some part is left out, too,
   *     where one that says less is
   * @param most conditions to try
   */
  static Hypotheses of(
      Slots slots, RuleClass ruleClass, int mostLength, long most, Predicate<Condition> kept) {
    Hypotheses hypotheses = new Hypotheses(slots, mostLength, most, kept);
    hypotheses.enumerate(ruleClass);
    return hypotheses;
  }

  List<Condition> kept() {
    return kept;
  }

  long tried() {
    return tried;
  }

  boolean isCapped() {
    return tried >= most;
  }

  private void enumerate(RuleClass ruleClass) {
    List<Literal> literals = literals();
    List<Literal> all = new ArrayList<>(literals);
    if (ruleClass == RuleClass.COMPARISON) {
      all.addAll(thresholds());
    }
    some(all);
    boolean isPlain = ruleClass == RuleClass.CONJUNCTIVE || ruleClass == RuleClass.DISJUNCTION;
    if (!isPlain) {
      never(literals, ruleClass == RuleClass.NEGATION);
    }
    List<Literal> ofPart = literals.stream().filter(l -> slots.isOfPart(l.attribute())).toList();
    switch (ruleClass) {
      case CONJUNCTIVE -> {
        if (slots.schema().link().isPresent()) {
          linked(ofPart);
        }
      }
      case DISJUNCTION, NEGATION -> {}
      case DISTINCTNESS -> distinct(ofPart);
      case COUNTING -> counts(ofPart);
      case COMPARISON -> comparisons(ofPart);
      case UNIVERSAL -> universal(ofPart);
      case RECURSION -> {
        linked(ofPart);
        ways(ofPart);
      }
    }
  }

  private boolean test(Condition condition) {
    if (condition.length() > mostLength || tried >= most) {
      return false;
    }
    tried++;
    if (keep.test(condition)) {
      kept.add(condition);
      return true;
    }
    return false;
  }

  private List<Literal> literals() {
    List<Literal> literals = new ArrayList<>();
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      for (int value = 0; value < slots.values(attribute); value++) {
        literals.add(Literal.is(attribute, value));
      }
    }
    return literals;
  }

  private List<Literal> thresholds() {
    List<Literal> literals = new ArrayList<>();
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      int values = slots.values(attribute);
      if (slots.attribute(attribute).isNumeric() && values > 2) {
        for (int value = 1; value + 1 < values; value++) {
          literals.add(new Literal(attribute, Literal.Test.BELOW, value));
          literals.add(new Literal(attribute, Literal.Test.ABOVE, value));
        }
        literals.add(new Literal(attribute, Literal.Test.ABOVE, 0));
        literals.add(new Literal(attribute, Literal.Test.BELOW, values - 1));
      }
    }
    return literals;
  }

  /** Groups of literals, each a smaller one that was kept and one more (Apriori). */
  private void some(List<Literal> literals) {
    List<Group> groups = new ArrayList<>();
    List<Integer> lasts = new ArrayList<>();
    List<Integer> singles = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      Group group = Group.of(literals.get(i));
      if (test(new Condition.Some(group))) {
        singles.add(i);
        groups.add(group);
        lasts.add(i);
      }
    }
    for (int at = 0; at < groups.size(); at++) {
      Group group = groups.get(at);
      for (int next : singles) {
        if (next > lasts.get(at) && goesWith(literals.get(next), group)) {
          Group larger = group.and(literals.get(next));
          if (test(new Condition.Some(larger))) {
            groups.add(larger);
            lasts.add(next);
          }
        }
      }
    }
  }

  /** Whether it is of a part, as are all others, and says something new of it. */
  private boolean goesWith(Literal literal, Group group) {
    if (!slots.isOfPart(literal.attribute())) {
      return false;
    }
    for (Literal other : group.literals()) {
      if (other.attribute() == literal.attribute() || !slots.isOfPart(other.attribute())) {
        return false;
      }
    }
    return true;
  }

  private void never(List<Literal> literals, boolean withPairs) {
    for (int i = 0; i < literals.size(); i++) {
      Group group = Group.of(literals.get(i));
      test(new Condition.Never(group));
      for (int j = i + 1; withPairs && j < literals.size() && mostLength > 1; j++) {
        if (goesWith(literals.get(j), group)) {
          test(new Condition.Never(group.and(literals.get(j))));
        }
      }
    }
  }

  private void distinct(List<Literal> literals) {
    for (int i = 0; i < literals.size(); i++) {
      for (int j = i; j < literals.size(); j++) {
        test(new Condition.Different(Group.of(literals.get(i)), Group.of(literals.get(j))));
      }
    }
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      if (slots.isOfPart(attribute) && attribute != slots.position()) {
        test(new Condition.Same(attribute, Group.ANY));
        for (Literal literal : literals) {
          if (literal.attribute() != attribute) {
            test(new Condition.Same(attribute, Group.of(literal)));
          }
        }
      }
    }
  }

  private void counts(List<Literal> literals) {
    int most = slots.schema().mostParts();
    for (Literal literal : literals) {
      Group group = Group.of(literal);
      for (int number = 1; number <= most; number++) {
        test(new Condition.Count(group, Comparison.EXACTLY, number));
        if (number < most) {
          test(new Condition.Count(group, Comparison.AT_MOST, number));
        }
        if (number > 1) {
          test(new Condition.Count(group, Comparison.AT_LEAST, number));
        }
      }
    }
  }

  private void comparisons(List<Literal> literals) {
    if (slots.position() >= 0) {
      linked(literals);
    }
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      if (!slots.attribute(attribute).isNumeric() || !slots.isOfPart(attribute)) {
        continue;
      }
      for (Literal literal : literals) {
        if (literal.attribute() != attribute) {
          test(new Condition.Larger(attribute, Group.of(literal), Group.ANY));
          test(new Condition.Larger(attribute, Group.ANY, Group.of(literal)));
          for (int i = 0; i < literals.size() && mostLength >= 5; i++) {
            if (literals.get(i).attribute() != attribute) {
              test(new Condition.Larger(attribute, Group.of(literal), Group.of(literals.get(i))));
            }
          }
        }
      }
      int largest = slots.attribute(attribute).number(slots.values(attribute) - 1);
      int mostSum = Math.min(200, largest * slots.schema().mostParts());
      for (int sum = 1; sum <= mostSum && attribute != slots.position(); sum++) {
        test(new Condition.Sum(attribute, Group.ANY, Comparison.AT_LEAST, sum));
        test(new Condition.Sum(attribute, Group.ANY, Comparison.AT_MOST, sum));
      }
    }
  }

  private void linked(List<Literal> literals) {
    int kinds = slots.schema().link().map(link -> link.kinds().size()).orElse(0);
    for (Literal first : literals) {
      for (Literal second : literals) {
        for (int kind = -1; kind < kinds; kind++) {
          test(
              new Condition.Linked(
                  Group.of(first),
                  Group.of(second),
                  kind < 0 ? OptionalInt.empty() : OptionalInt.of(kind)));
        }
      }
    }
  }

  private void universal(List<Literal> literals) {
    for (Literal then : literals) {
      test(new Condition.Every(Group.ANY, Group.of(then)));
      for (Literal guard : literals) {
        if (guard.attribute() != then.attribute()) {
          test(new Condition.Every(Group.of(guard), Group.of(then)));
        }
      }
    }
  }

  private void ways(List<Literal> literals) {
    for (Literal from : literals) {
      for (Literal to : literals) {
        Condition.Reach any = new Condition.Reach(Group.of(from), Group.ANY, Group.of(to));
        // Where no way leads, none leads through parts of one kind.
        if (test(any)) {
          for (Literal through : literals) {
            test(new Condition.Reach(Group.of(from), Group.of(through), Group.of(to)));
          }
        }
      }
    }
  }
}
