package org.ponens.generators.induction.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.rule.Condition.Comparison;
import org.ponens.generators.task.ItemRandom;

/**
 * Draws hidden rules of a class and a length. One condition makes the class; the rest of the length
 * is filled with conditions about some part, as SLR's uniform sampling does (Helff et al. 2025):
 * each further literal is said of a part that was spoken of, or of another.
 */
public final class RuleSampler {

  private static final int TRIES = 20;

  private final Slots slots;
  private final List<Integer> sayable;
  private final List<Integer> numeric;
  private final int mostParts;

  public RuleSampler(Slots slots) {
    this.slots = slots;
    this.sayable =
        IntStream.range(0, slots.attributes()).filter(a -> slots.values(a) > 1).boxed().toList();
    this.numeric =
        sayable.stream()
            .filter(a -> slots.attribute(a).isNumeric() && slots.isOfPart(a) && slots.values(a) > 2)
            .toList();
    this.mostParts = slots.schema().mostParts();
  }

  /**
   * A rule.
   *
   * @param length that it has; more where the class needs more
   * @return empty if the schema has no such rule, or these numbers gave none
   */
  public Optional<Rule> draw(RuleClass ruleClass, int length, ItemRandom random) {
    if (sayable.stream().noneMatch(slots::isOfPart)) {
      return Optional.empty();
    }
    if (ruleClass == RuleClass.DISJUNCTION) {
      int whole = Math.max(2, length);
      int first = random.between(1, whole - 1);
      List<Condition> one = some(first, random);
      List<Condition> other = some(whole - first, random);
      return one.equals(other) ? Optional.empty() : Optional.of(new Rule(List.of(one, other)));
    }
    return main(ruleClass, length, random)
        .map(
            main -> {
              int left = length - main.stream().mapToInt(Condition::length).sum();
              List<Condition> all = new ArrayList<>(main);
              if (left > 0) {
                all.addAll(0, some(left, random));
              }
              return new Rule(List.of(all));
            });
  }

  private Optional<List<Condition>> main(RuleClass ruleClass, int length, ItemRandom random) {
    return switch (ruleClass) {
      case CONJUNCTIVE -> {
        boolean linked = slots.schema().link().isPresent() && length >= 3 && random.nextBoolean();
        yield linked ? linked(random).map(List::of) : Optional.of(some(length, random));
      }
      case DISJUNCTION -> throw new IllegalArgumentException("a disjunction has no main condition");
      case NEGATION -> {
        Group group = group(random.between(1, Math.clamp(length, 1, 2)), false, random);
        yield Optional.of(List.of(new Condition.Never(group)));
      }
      case DISTINCTNESS -> several(distinct(length, random));
      case COUNTING -> several(Optional.of(count(random)));
      case COMPARISON -> comparison(length, random).map(List::of);
      case UNIVERSAL -> {
        Group then = Group.of(literal(true, random));
        boolean guarded = length >= 2 && random.chance(0.7);
        Group guard = guarded ? Group.of(literal(true, random)) : Group.ANY;
        boolean sense =
            guard.literals().stream()
                .noneMatch(l -> l.attribute() == then.literals().getFirst().attribute());
        yield sense ? Optional.of(List.of(new Condition.Every(guard, then))) : Optional.empty();
      }
      case RECURSION -> {
        if (mostParts < RuleClass.RECURSION.leastParts() || !slots.schema().hasNeighbours()) {
          yield Optional.empty();
        }
        yield Optional.of(
            List.of(
                new Condition.Reach(
                    Group.of(literal(true, random)),
                    Group.of(literal(true, random)),
                    Group.of(literal(true, random)))));
      }
    };
  }

  private Optional<List<Condition>> several(Optional<Condition> condition) {
    return mostParts < 2 ? Optional.empty() : condition.map(List::of);
  }

  private Optional<Condition> distinct(int length, ItemRandom random) {
    List<Integer> shared =
        sayable.stream()
            .filter(a -> slots.isOfPart(a) && a != slots.position() && slots.values(a) > 2)
            .toList();
    if (!shared.isEmpty() && random.nextBoolean()) {
      int attribute = random.pick(shared);
      boolean more = length >= 4 && random.nextBoolean();
      Group group = more ? Group.of(literal(true, random)) : Group.ANY;
      boolean sense = group.literals().stream().noneMatch(l -> l.attribute() == attribute);
      return sense ? Optional.of(new Condition.Same(attribute, group)) : Optional.empty();
    }
    Literal first = literal(true, random);
    Literal second = random.nextBoolean() ? first : literal(true, random);
    boolean sense = first.attribute() != slots.position() && second.attribute() != slots.position();
    return sense
        ? Optional.of(new Condition.Different(Group.of(first), Group.of(second)))
        : Optional.empty();
  }

  private Condition count(ItemRandom random) {
    Comparison comparison = random.pick(List.of(Comparison.values()));
    int least = comparison == Comparison.AT_LEAST ? 2 : 1;
    int number = random.between(least, Math.max(least, (mostParts + 1) / 2));
    Literal literal = literal(true, random);
    return new Condition.Count(Group.of(literal), comparison, number);
  }

  private Optional<Condition> comparison(int length, ItemRandom random) {
    boolean neighbours = slots.position() >= 0 && mostParts > 1;
    int kind = random.nextInt(4);
    if (kind == 3 && neighbours) {
      return linked(random);
    }
    if (numeric.isEmpty()) {
      return neighbours ? linked(random) : Optional.empty();
    }
    int attribute = random.pick(numeric);
    if (kind == 1 && mostParts > 1 && length >= 4) {
      Group first = Group.of(literal(true, random));
      Group second = attribute == slots.position() ? Group.of(literal(true, random)) : Group.ANY;
      boolean sense =
          first.literals().getFirst().attribute() != attribute
              && second.literals().stream().noneMatch(l -> l.attribute() == attribute);
      return sense ? Optional.of(new Condition.Larger(attribute, first, second)) : Optional.empty();
    }
    if (kind == 2 && mostParts > 1 && attribute != slots.position()) {
      int most = slots.attribute(attribute).number(slots.values(attribute) - 1);
      int typical = Math.max(1, most * (1 + mostParts) / 4);
      int number = random.between(Math.max(1, typical / 2), Math.max(2, typical + typical / 2));
      Comparison comparison = random.nextBoolean() ? Comparison.AT_LEAST : Comparison.AT_MOST;
      return Optional.of(new Condition.Sum(attribute, Group.ANY, comparison, number));
    }
    Group group = Group.of(threshold(attribute, random));
    if (length >= 3 && random.nextBoolean()) {
      Literal more = literal(true, random);
      if (more.attribute() != attribute) {
        group = group.and(more);
      }
    }
    return Optional.of(new Condition.Some(group));
  }

  private Literal threshold(int attribute, ItemRandom random) {
    int values = slots.values(attribute);
    return random.nextBoolean()
        ? new Literal(attribute, Literal.Test.ABOVE, random.between(0, values - 2))
        : new Literal(attribute, Literal.Test.BELOW, random.between(1, values - 1));
  }

  private Optional<Condition> linked(ItemRandom random) {
    if (mostParts < 2) {
      return Optional.empty();
    }
    Literal first = literal(true, random);
    Literal second = literal(true, random);
    if (first.attribute() == slots.position() || second.attribute() == slots.position()) {
      return Optional.empty();
    }
    int kinds = slots.schema().link().map(link -> link.kinds().size()).orElse(0);
    OptionalInt kind =
        kinds > 0 && random.nextBoolean()
            ? OptionalInt.of(random.nextInt(kinds))
            : OptionalInt.empty();
    return Optional.of(new Condition.Linked(Group.of(first), Group.of(second), kind));
  }

  /** So many literals about some parts. */
  private List<Condition> some(int length, ItemRandom random) {
    List<Group> groups = new ArrayList<>();
    int literals = 0;
    for (int tries = 0; literals < length && tries < TRIES * length; tries++) {
      int at = random.nextInt(groups.size() + 1);
      Literal literal = literal(false, random);
      if (at == groups.size() || !slots.isOfPart(literal.attribute())) {
        Group group = Group.of(literal);
        if (!groups.contains(group)) {
          groups.add(group);
          literals++;
        }
      } else if (isNew(literal, groups.get(at))) {
        groups.set(at, groups.get(at).and(literal));
        literals++;
      }
    }
    return groups.stream().<Condition>map(Condition.Some::new).toList();
  }

  /** Whether nothing was said of the attribute, and this is said of a part. */
  private boolean isNew(Literal literal, Group group) {
    return group.literals().stream()
        .allMatch(l -> l.attribute() != literal.attribute() && slots.isOfPart(l.attribute()));
  }

  private Group group(int length, boolean ofPart, ItemRandom random) {
    Group group = Group.of(literal(ofPart || length > 1, random));
    for (int tries = 0; group.literals().size() < length && tries < TRIES; tries++) {
      Literal literal = literal(true, random);
      if (isNew(literal, group)) {
        group = group.and(literal);
      }
    }
    return group;
  }

  private Literal literal(boolean ofPart, ItemRandom random) {
    int attribute = random.pick(sayable);
    while (ofPart && !slots.isOfPart(attribute)) {
      attribute = random.pick(sayable);
    }
    return Literal.is(attribute, random.nextInt(slots.values(attribute)));
  }
}
