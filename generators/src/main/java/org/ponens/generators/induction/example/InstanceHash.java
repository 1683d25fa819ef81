package org.ponens.generators.induction.example;

import java.util.Arrays;
import java.util.List;
import org.ponens.generators.task.Fingerprint;

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
        values[slots.slot(attribute, value)] = mix(attribute * 64L + (numeric ? value + 1 : 0));
      }
    }
    long whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long[] next = new long[values.length];
      whole = 0;
      for (int i = 0; i < examples.size(); i++) {
        whole += mix(example(examples.get(i), labels[i], values, next));
      }
      for (int slot = 0; slot < values.length; slot++) {
        values[slot] = mix(values[slot] + mix(next[slot]));
      }
    }
    long named = slots.schema().name().hashCode();
    return new Fingerprint(mix(whole + named), mix(mix(whole) ^ named));
  }

  private static long example(Example example, boolean label, long[] values, long[] next) {
    Slots slots = example.slots();
    long[] parts = new long[example.parts()];
    for (int part = 0; part < parts.length; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        parts[part] += mix(values[slots.slot(attribute, example.value(part, attribute))]);
      }
      parts[part] = mix(parts[part]);
    }
    int[] links = example.links();
    long[] joined = parts.clone();
    for (int i = 0; i < links.length; i += 3) {
      joined[links[i]] += mix(parts[links[i + 1]] + links[i + 2] + 1);
      joined[links[i + 1]] += mix(parts[links[i]] - links[i + 2] - 1);
    }
    long sum = Arrays.stream(joined).map(InstanceHash::mix).sum();
    long hash = mix(sum + (label ? 1 : 2));
    for (int part = 0; part < parts.length; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        next[slots.slot(attribute, example.value(part, attribute))] += mix(hash + joined[part]);
      }
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
