package org.ponens.generators.induction.example;

import java.util.Arrays;
import java.util.Optional;
import org.ponens.generators.induction.schema.Link;
import org.ponens.generators.task.ItemRandom;

/**
 * Draws examples that keep the constraints of their schema. Values are drawn one attribute after
 * the other, each among those that go with the values before it; where none does, the draw goes
 * back.
 */
public final class ExampleSampler {

  /** Values that are tried for one part before it is given up. */
  private static final int MOST_TRIES = 20_000;

  /** How much likelier the likeliest value of an attribute is than the next one, where skewed. */
  private static final double SKEW = 2;

  private final Slots slots;
  private final double[][] weights;

  private ExampleSampler(Slots slots, double[][] weights) {
    this.slots = slots;
    this.weights = weights;
  }

  /** Values with the same weight. */
  public static ExampleSampler uniform(Slots slots) {
    double[][] weights = new double[slots.attributes()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new double[slots.values(i)];
      Arrays.fill(weights[i], 1);
    }
    return new ExampleSampler(slots, weights);
  }

  /** Values whose weights fall by halves, in an order that is drawn. */
  public static ExampleSampler skewed(Slots slots, ItemRandom random) {
    double[][] weights = new double[slots.attributes()][];
    for (int i = 0; i < weights.length; i++) {
      int[] rank = random.permutation(slots.values(i));
      weights[i] = new double[rank.length];
      for (int value = 0; value < rank.length; value++) {
        weights[i][value] = Math.max(0.02, StrictMath.pow(SKEW, -rank[value]));
      }
    }
    return new ExampleSampler(slots, weights);
  }

  public Slots slots() {
    return slots;
  }

  /** An example; empty where the constraints leave none that is found soon. */
  public Optional<Example> draw(ItemRandom random) {
    var schema = slots.schema();
    int parts = random.between(schema.leastParts(), schema.mostParts());
    int attributes = slots.attributes();
    int[] values = new int[parts * attributes];
    Arrays.fill(values, -1);
    for (int part = 0; part < parts; part++) {
      if (!fill(values, part, part == 0, -1, random)) {
        return Optional.empty();
      }
      if (part == 0) {
        for (int other = 1; other < parts; other++) {
          copyOwn(values, other);
        }
      }
    }
    return Optional.of(new Example(slots, values, links(parts, random)));
  }

  private void copyOwn(int[] values, int part) {
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      if (!slots.isOfPart(attribute)) {
        values[part * slots.attributes() + attribute] = values[attribute];
      }
    }
  }

  /** A random tree over the parts, and some links more. */
  private int[] links(int parts, ItemRandom random) {
    Optional<Link> link = slots.schema().link();
    if (link.isEmpty() || parts < 2) {
      return new int[0];
    }
    int kinds = Math.max(1, link.get().kinds().size());
    int more = parts < 4 ? 0 : random.nextInt(parts / 2);
    int[] links = new int[3 * (parts - 1 + more)];
    int used = 0;
    for (int part = 1; part < parts; part++) {
      links[used++] = random.nextInt(part);
      links[used++] = part;
      links[used++] = random.nextInt(kinds);
    }
    for (int i = 0; i < more; i++) {
      int to = random.between(1, parts - 1);
      int from = random.nextInt(to);
      boolean isThere = false;
      for (int j = 0; j < used; j += 3) {
        isThere |= links[j] == from && links[j + 1] == to;
      }
      if (!isThere) {
        links[used++] = from;
        links[used++] = to;
        links[used++] = random.nextInt(kinds);
      }
    }
    return Arrays.copyOf(links, used);
  }

  /**
   * An example that differs in one value of one part, and in what the constraints make differ with
   * it.
   *
   * @return empty if that can't be, or the position would change
   */
  public Optional<Example> with(
      Example example, int part, int attribute, int value, ItemRandom random) {
    if (attribute == slots.position() || example.value(part, attribute) == value) {
      return Optional.empty();
    }
    int[] values = example.values();
    int of = slots.isOfPart(attribute) ? part : 0;
    values[of * slots.attributes() + attribute] = value;
    if (!fill(values, of, !slots.isOfPart(attribute), attribute, random)) {
      return Optional.empty();
    }
    if (!slots.isOfPart(attribute)) {
      for (int other = 1; other < example.parts(); other++) {
        copyOwn(values, other);
      }
    }
    return Optional.of(new Example(slots, values, example.links()));
  }

  /**
   * Gives a part values that keep the constraints: where it has some, those rather than others.
   *
   * @param own whether the example's own attributes are drawn as well
   * @param fixed the attribute that keeps its value, or -1
   */
  private boolean fill(int[] values, int part, boolean own, int fixed, ItemRandom random) {
    int attributes = slots.attributes();
    int offset = part * attributes;
    int[] before = Arrays.copyOfRange(values, offset, offset + attributes);
    long[] tried = new long[attributes];
    int at = 0;
    for (int tries = 0; at < attributes; tries++) {
      if (tries > MOST_TRIES || at < 0) {
        return false;
      }
      boolean given = at == fixed || at == slots.position() || (!own && !slots.isOfPart(at));
      int value = next(at, part, given, tried[at], before[at], random);
      if (value < 0) {
        tried[at] = 0;
        at--;
        continue;
      }
      tried[at] |= 1L << value;
      values[offset + at] = value;
      if (slots.allows(values, offset, at)) {
        at++;
        if (at < attributes) {
          tried[at] = 0;
        }
      }
    }
    return true;
  }

  /** A value that was not tried, or -1. */
  private int next(
      int attribute, int part, boolean given, long tried, int before, ItemRandom random) {
    if (given) {
      int value = attribute == slots.position() ? part : before;
      return (tried >> value & 1) == 0 ? value : -1;
    }
    if (before >= 0 && (tried >> before & 1) == 0) {
      return before;
    }
    double[] weight = weights[attribute];
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += (tried >> i & 1) == 0 ? weight[i] : 0;
    }
    if (sum <= 0) {
      return -1;
    }
    double left = random.nextDouble() * sum;
    int last = -1;
    for (int i = 0; i < weight.length; i++) {
      if ((tried >> i & 1) == 0) {
        last = i;
        left -= weight[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
