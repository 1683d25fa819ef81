package org.ponens.generators.induction.example;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.Schema;

/**
 * A schema with numbers in the place of names. Attributes are numbered in the schema's order, and
 * so are the values of each; a pair of both has a number of its own, its slot. Immutable.
 */
public final class Slots {

  private final Schema schema;
  private final List<Attribute> attributes;
  private final int[] base;
  private final int slots;
  private final int position;
  private final List<List<Implication>> byLast;
  private final List<Implication> rules;

  private Slots(Schema schema) {
    this.schema = schema;
    this.attributes = schema.attributes();
    this.base = new int[attributes.size()];
    int next = 0;
    int numbering = -1;
    for (int i = 0; i < base.length; i++) {
      base[i] = next;
      next += attributes.get(i).values().size();
      if (schema.position().filter(attributes.get(i).predicate()::equals).isPresent()) {
        numbering = i;
      }
    }
    this.slots = next;
    this.position = numbering;
    this.rules =
        schema.constraints().stream()
            .map(constraint -> new Implication(constraint, schema))
            .toList();
    this.byLast = new ArrayList<>();
    for (int i = 0; i < base.length; i++) {
      int last = i;
      byLast.add(rules.stream().filter(rule -> rule.last() == last).toList());
    }
  }

  /** The numbers for a schema. */
  public static Slots of(Schema schema) {
    return new Slots(schema);
  }

  public Schema schema() {
    return schema;
  }

  /** How many attributes there are. */
  public int attributes() {
    return base.length;
  }

  /** An attribute by its number. */
  public Attribute attribute(int attribute) {
    return attributes.get(attribute);
  }

  /** How many values an attribute has. */
  public int values(int attribute) {
    return attributes.get(attribute).values().size();
  }

  /** How many slots there are. */
  int count() {
    return slots;
  }

  int slot(int attribute, int value) {
    return base[attribute] + value;
  }

  /** The number of the attribute that is the parts' position, or -1. */
  public int position() {
    return position;
  }

  /** Whether parts have this attribute. */
  public boolean isOfPart(int attribute) {
    return attributes.get(attribute).owner() == Attribute.Owner.PART;
  }

  /**
   * Whether the constraints are kept by the values of one part whose last attribute is this one.
   *
   * @param values those of the part begin at the offset
   */
  boolean allows(int[] values, int offset, int lastAttribute) {
    for (Implication rule : byLast.get(lastAttribute)) {
      if (!rule.isKept(values, offset)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an example keeps all constraints. */
  boolean allows(int[] values) {
    for (int offset = 0; offset < values.length; offset += base.length) {
      for (Implication rule : rules) {
        if (!rule.isKept(values, offset)) {
          return false;
        }
      }
    }
    return true;
  }
}
