package org.ponens.generators.induction.rule;

import java.util.List;
import java.util.Optional;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.ExampleSampler;
import org.ponens.generators.task.ItemRandom;

/** Draws examples that a rule makes positive, or negative. */
public final class LabelledSampler {

  private static final int DRAWS = 10;
  private static final int CHANGES = 80;

  private final Rule rule;
  private final ExampleSampler sampler;
  private final List<Literal> literals;
  private final int[] attributes;

  public LabelledSampler(Rule rule, ExampleSampler sampler) {
    this.rule = rule;
    this.sampler = sampler;
    this.literals =
        rule.conditions()
            .flatMap(condition -> condition.groups().stream())
            .flatMap(group -> group.literals().stream())
            .toList();
    this.attributes =
        rule.conditions()
            .flatMap(Condition::attributes)
            .distinct()
            .filter(a -> a != sampler.slots().position())
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * An example with this label: drawn until one has it or, where such are rare, brought to have it
   * by small changes.
   */
  public Optional<Example> draw(boolean label, ItemRandom random) {
    Optional<Example> drawn = Optional.empty();
    for (int i = 0; i < DRAWS; i++) {
      drawn = sampler.draw(random);
      if (drawn.isEmpty() || rule.holds(drawn.get()) == label) {
        return drawn;
      }
    }
    return drawn.flatMap(example -> changed(example, label, random));
  }

  /** An example that differs from another little, and has this label. */
  public Optional<Example> changed(Example start, boolean label, ItemRandom random) {
    Example example = start;
    for (int i = 0; i < CHANGES && rule.holds(example) != label; i++) {
      Optional<Example> next = change(example, random);
      if (next.isPresent()) {
        double gain = rule.degree(next.get()) - rule.degree(example);
        if (label ? gain >= 0 : gain <= 0) {
          example = next.get();
        }
      }
    }
    return rule.holds(example) == label ? Optional.of(example) : Optional.empty();
  }

  /** Changes one value that the rule speaks of, half of the time to what it says. */
  public Optional<Example> change(Example example, ItemRandom random) {
    int part = random.nextInt(example.parts());
    if (!literals.isEmpty() && random.nextBoolean()) {
      Literal literal = random.pick(literals);
      return sampler.with(example, part, literal.attribute(), literal.value(), random);
    }
    if (attributes.length == 0) {
      return changeAny(example, random);
    }
    return change(example, part, attributes[random.nextInt(attributes.length)], random);
  }

  /** Changes any value. */
  public Optional<Example> changeAny(Example example, ItemRandom random) {
    int attribute = random.nextInt(example.slots().attributes());
    return change(example, random.nextInt(example.parts()), attribute, random);
  }

  private Optional<Example> change(Example example, int part, int attribute, ItemRandom random) {
    int value = random.nextInt(example.slots().values(attribute));
    return sampler.with(example, part, attribute, value, random);
  }
}
