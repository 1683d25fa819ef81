package org.ponens.generators.induction.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Something that each part, or each example, has one value of.
 *
 * @param predicate of two arguments: the part or the example, and the value
 * @param owner what has it
 * @param type the word for the values: {@code color}
 * @param values as they are written, 1 to {@value #MOST_VALUES}
 * @param from the least, where the values are whole numbers one after the other; empty for names
 */
public record Attribute(
    String predicate, Owner owner, String type, List<String> values, OptionalInt from) {

  /** The most values of an attribute. */
  public static final int MOST_VALUES = 60;

  /** What has an attribute. */
  public enum Owner {
    EXAMPLE,
    PART
  }

  public Attribute {
    Objects.requireNonNull(predicate);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(type);
    values = List.copyOf(values);
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      throw new IllegalArgumentException(
          predicate + " has " + values.size() + " values, and can have 1 to " + MOST_VALUES);
    }
  }

  /** An attribute whose values are names. */
  public static Attribute named(String predicate, Owner owner, String type, List<String> values) {
    return new Attribute(predicate, owner, type, values, OptionalInt.empty());
  }

  /** An attribute whose values are the numbers from one to another, both included. */
  public static Attribute numbered(String predicate, Owner owner, String type, int from, int to) {
    List<String> values = new ArrayList<>();
    for (int i = from; i <= to && values.size() <= MOST_VALUES; i++) {
      values.add(Integer.toString(i));
    }
    return new Attribute(predicate, owner, type, values, OptionalInt.of(from));
  }

  /** Whether its values are numbers. */
  public boolean isNumeric() {
    return from.isPresent();
  }

  /**
   * The number that a value stands for.
   *
   * @param value its index
   */
  public int number(int value) {
    return from.orElseThrow() + value;
  }
}
