package org.ponens.generators.induction.example;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something to be classified: its parts, their values, and the links between them. Parts are
 * numbered from 0, and sets of parts are bits. Immutable.
 */
public final class Example {

  private final Slots slots;
  private final int parts;
  private final int[] values;
  private final int[] links;
  private final int[] masks;
  private final int[] next;

  /**
   * An example.
   *
   * @param values of the first part by attribute, then of the second, and so on; an attribute of
   *     the example has the same value for every part
   * @param links from, to and kind of each, one after the other; a symmetric link stands there once
   * @throws IllegalArgumentException if the schema does not allow it
   */
  public static Example of(Slots slots, int[] values, int[] links) {
    Example example = new Example(slots, values.clone(), links.clone());
    example.check();
    return example;
  }

  /** An example that is known to be allowed; the arrays are its own from here on. */
  Example(Slots slots, int[] values, int[] links) {
    this.slots = slots;
    this.parts = slots.attributes() == 0 ? 0 : values.length / slots.attributes();
    this.values = values;
    this.links = links;
    this.masks = new int[slots.count()];
    for (int part = 0; part < parts; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        masks[slots.slot(attribute, value(part, attribute))] |= 1 << part;
      }
    }
    this.next = new int[parts];
    if (slots.schema().link().isPresent()) {
      boolean symmetric = slots.schema().link().get().isSymmetric();
      for (int i = 0; i < links.length; i += 3) {
        next[links[i]] |= 1 << links[i + 1];
        if (symmetric) {
          next[links[i + 1]] |= 1 << links[i];
        }
      }
    } else {
      for (int part = 0; part + 1 < parts; part++) {
        next[part] = 1 << (part + 1);
      }
    }
  }

  private void check() {
    var schema = slots.schema();
    if (values.length % slots.attributes() != 0
        || parts < schema.leastParts()
        || parts > schema.mostParts()) {
      throw new IllegalArgumentException("an example of " + parts + " parts");
    }
    for (int part = 0; part < parts; part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        int value = value(part, attribute);
        boolean wrong =
            value < 0
                || value >= slots.values(attribute)
                || (attribute == slots.position() && value != part)
                || (!slots.isOfPart(attribute) && value != value(0, attribute));
        if (wrong) {
          throw new IllegalArgumentException(
              "a " + slots.attribute(attribute).predicate() + " of " + value);
        }
      }
    }
    if (!slots.allows(values)) {
      throw new IllegalArgumentException("an example against the constraints");
    }
    if (links.length % 3 != 0 || (links.length > 0 && schema.link().isEmpty())) {
      throw new IllegalArgumentException("links of an example without links");
    }
    for (int i = 0; i < links.length; i += 3) {
      int kinds = Math.max(1, schema.link().orElseThrow().kinds().size());
      if (links[i] < 0
          || links[i] >= parts
          || links[i + 1] < 0
          || links[i + 1] >= parts
          || links[i] == links[i + 1]
          || links[i + 2] < 0
          || links[i + 2] >= kinds) {
        throw new IllegalArgumentException("a link that can't be");
      }
    }
  }

  public Slots slots() {
    return slots;
  }

  /** How many parts it has. */
  public int parts() {
    return parts;
  }

  /** All parts. */
  public int all() {
    return (1 << parts) - 1;
  }

  /** The value, by its number, that a part has. */
  public int value(int part, int attribute) {
    return values[part * slots.attributes() + attribute];
  }

  /** The parts with this value. */
  public int with(int attribute, int value) {
    return masks[slots.slot(attribute, value)];
  }

  /** The parts that a part leads to: by a link or, without links, as the next in position. */
  public int next(int part) {
    return next[part];
  }

  /** From, to and kind of each link, one after the other. */
  public int[] links() {
    return links.clone();
  }

  /** All values, as the constructor takes them. */
  public int[] values() {
    return values.clone();
  }

  /** Equal for the same parts in the same order with the same values and links. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Example example
        && Arrays.equals(values, example.values)
        && Arrays.equals(links, example.links);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(links);
  }
}
