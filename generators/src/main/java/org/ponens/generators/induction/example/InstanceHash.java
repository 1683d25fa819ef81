package org.ponens.generators.induction.example;

import java.util.Arrays;
import java.util.List;
import org.ponens.generators.induction.schema.Link;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.ItemRandom;

/**
 * Labelled examples up to the order and the names of examples and parts, and up to which name a
 * value that is no number has: colours of values, parts and examples are refined by one another
 * (Weisfeiler and Leman, 1968) for a few rounds. Instances with the same hash may differ, and then
 * count as one.
 */
public final class InstanceHash {

  private static final int ROUNDS = 3;

  private InstanceHash() {}

  /**
   * The hash.
   *
   * @param labels of the examples
   */
  public static Fingerprint of(List<Example> examples, boolean[] labels) {
    Slots slots = examples.getFirst().slots();
    long[] values = new long[slots.count()];
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      boolean numeric = slots.attribute(attribute).isNumeric();
      for (int value = 0; value < slots.values(attribute); value++) {
        values[slots.slot(attribute, value)] =
            ItemRandom.mix(attribute * 64L + (numeric ? value + 1 : 0));
      }
    }
    long whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long[] next = new long[values.length];
      whole = 0;
      for (int i = 0; i < examples.size(); i++) {
        whole += ItemRandom.mix(example(examples.get(i), labels[i], values, next));
      }
      for (int slot = 0; slot < values.length; slot++) {
        values[slot] = ItemRandom.mix(values[slot] + ItemRandom.mix(next[slot]));
      }
    }
    long named = slots.schema().name().hashCode();
    return new Fingerprint(
        ItemRandom.mix(whole + named), ItemRandom.mix(ItemRandom.mix(whole) ^ named));
  }

  private static long example(Example example, boolean label, long[] values, long[] next) {
    Slots slots = example.slots();
    long[] parts = new long[example.parts()];
    for (int part = 0; part < parts.length; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        parts[part] +=
            ItemRandom.mix(values[slots.slot(attribute, example.value(part, attribute))]);
      }
      parts[part] = ItemRandom.mix(parts[part]);
    }
    int[] links = example.links();
    long[] joined = parts.clone();
    boolean symmetric = slots.schema().link().filter(Link::isSymmetric).isPresent();
    for (int i = 0; i < links.length; i += 3) {
      long forth = links[i + 2] + 1L;
      long back = symmetric ? forth : -forth;
      joined[links[i]] += ItemRandom.mix(parts[links[i + 1]] + forth);
      joined[links[i + 1]] += ItemRandom.mix(parts[links[i]] + back);
    }
    long sum = Arrays.stream(joined).map(ItemRandom::mix).sum();
    long hash = ItemRandom.mix(sum + (label ? 1 : 2));
    for (int part = 0; part < parts.length; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        next[slots.slot(attribute, example.value(part, attribute))] +=
            ItemRandom.mix(hash + joined[part]);
      }
    }
    return hash;
  }
}
