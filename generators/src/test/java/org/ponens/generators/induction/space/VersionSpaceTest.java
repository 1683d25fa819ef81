package org.ponens.generators.induction.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.ExampleSampler;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.rule.Condition;
import org.ponens.generators.induction.rule.Group;
import org.ponens.generators.induction.rule.LabelledSampler;
import org.ponens.generators.induction.rule.Literal;
import org.ponens.generators.induction.rule.Rule;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.induction.rule.RuleSampler;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.ItemRandom;

class VersionSpaceTest {

  private static final Slots SLOTS =
      Slots.of(Schemas.TRAINS.restricted(Set.of("car_len", "has_wall", "car_color"), false, 1, 3));

  /** All literals, as groups of one part. */
  private static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Group> singles = new ArrayList<>();
    for (int attribute = 0; attribute < SLOTS.attributes(); attribute++) {
      for (int value = 0; value < SLOTS.values(attribute); value++) {
        singles.add(Group.of(Literal.is(attribute, value)));
      }
    }
    groups.addAll(singles);
    for (Group one : singles) {
      for (Group other : singles) {
        Literal first = one.literals().getFirst();
        Literal second = other.literals().getFirst();
        if (first.attribute() < second.attribute()) {
          groups.add(one.and(second));
        }
      }
    }
    return groups;
  }

  /** Rules of at most two literals, one after the other. */
  private static List<Rule> rules(RuleClass ruleClass) {
    List<Condition> conditions = new ArrayList<>();
    for (Group group : groups()) {
      conditions.add(new Condition.Some(group));
      if (ruleClass == RuleClass.NEGATION) {
        conditions.add(new Condition.Never(group));
      }
    }
    List<Rule> rules = new ArrayList<>();
    for (Condition one : conditions) {
      rules.add(new Rule(List.of(List.of(one))));
      for (Condition other : conditions) {
        if (one.length() + other.length() == 2) {
          rules.add(new Rule(List.of(List.of(one, other))));
          if (ruleClass == RuleClass.DISJUNCTION) {
            rules.add(new Rule(List.of(List.of(one), List.of(other))));
          }
        }
      }
    }
    return rules;
  }

  @Property(tries = 200, seed = "1")
  void theSpace_isThatOfTryingAllRules(@ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 5);
    RuleClass ruleClass =
        random.pick(List.of(RuleClass.CONJUNCTIVE, RuleClass.NEGATION, RuleClass.DISJUNCTION));
    Optional<Rule> drawn = new RuleSampler(SLOTS).draw(ruleClass, 2, random);
    if (drawn.isEmpty()) {
      return;
    }
    Rule hidden = drawn.get();
    LabelledSampler labelled = new LabelledSampler(hidden, ExampleSampler.uniform(SLOTS));
    List<Example> shown = new ArrayList<>();
    List<Example> pool = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      labelled.draw((i & 1) == 0, random).ifPresent(i < 6 ? shown::add : pool::add);
    }
    if (shown.size() < 6 || pool.isEmpty()) {
      return;
    }
    VersionSpace space = new VersionSpace(hidden, ruleClass, shown, pool);
    assertThat(space.isCapped()).isFalse();
    Set<BitSet> expected = consistent(hidden, ruleClass, shown, pool);
    assertThat(space.remaining()).as(hidden.toString()).isEqualTo(expected.size());
    OptionalInt telling = space.mostTelling();
    assertThat(telling.isEmpty()).isEqualTo(isOne(expected, shown.size()));
    if (telling.isPresent()) {
      int before = space.remaining();
      space.show(telling.getAsInt());
      assertThat(space.remaining()).isLessThan(before);
      assertThat(space.agree(telling.getAsInt())).isTrue();
      shown.add(pool.get(telling.getAsInt()));
      List<Example> all = new ArrayList<>(shown.subList(0, shown.size() - 1));
      expected.removeIf(
          bits ->
              bits.get(all.size() + telling.getAsInt())
                  != hidden.holds(pool.get(telling.getAsInt())));
      assertThat(space.remaining()).isEqualTo(expected.size());
    }
  }

  private static boolean isOne(Set<BitSet> extensions, int shown) {
    Set<BitSet> ofPool = new HashSet<>();
    extensions.forEach(bits -> ofPool.add(bits.get(shown, Math.max(shown, bits.length()))));
    return ofPool.size() == 1;
  }

  private static Set<BitSet> consistent(
      Rule hidden, RuleClass ruleClass, List<Example> shown, List<Example> pool) {
    Set<BitSet> consistent = new HashSet<>();
    List<Rule> rules = new ArrayList<>(rules(ruleClass));
    rules.add(hidden);
    for (Rule rule : rules) {
      boolean right = true;
      for (Example example : shown) {
        right &= rule.holds(example) == hidden.holds(example);
      }
      boolean covers =
          rule.alternatives().stream()
              .map(conditions -> new Rule(List.of(conditions)))
              .allMatch(one -> shown.stream().anyMatch(one::holds));
      if (right && (covers || rule.equals(hidden)) && rule.length() <= hidden.length()) {
        BitSet bits = new BitSet();
        for (int i = 0; i < shown.size(); i++) {
          bits.set(i, rule.holds(shown.get(i)));
        }
        for (int i = 0; i < pool.size(); i++) {
          bits.set(shown.size() + i, rule.holds(pool.get(i)));
        }
        consistent.add(bits);
      }
    }
    return consistent;
  }
}
