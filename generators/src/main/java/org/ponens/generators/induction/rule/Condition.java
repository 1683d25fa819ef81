package org.ponens.generators.induction.rule;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ponens.generators.induction.example.Example;

/** What is said of an example. */
public sealed interface Condition {

  /** Whether it is true of an example. */
  boolean holds(Example example);

  /** How many literals it has, besides those that name a part or tell two parts apart. */
  int length();

  /** What it says of single parts. */
  List<Group> groups();

  /** How far it is true, from 0 to 1; 1 exactly where it holds. */
  default double degree(Example example) {
    return holds(example) ? 1 : 0;
  }

  /** How far two parts are as they should be; less than 1 even if both are. */
  private static double halfway(Group first, Group second, Example example) {
    return (first.degree(example) + second.degree(example)) / 2.1;
  }

  /** The attributes that it speaks of. */
  default Stream<Integer> attributes() {
    return groups().stream().flatMap(group -> group.literals().stream()).map(Literal::attribute);
  }

  /** How two numbers compare. */
  enum Comparison {
    AT_LEAST(">="),
    AT_MOST("=<"),
    EXACTLY("=:=");

    private final String operator;

    Comparison(String operator) {
      this.operator = operator;
    }

    String operator() {
      return operator;
    }

    boolean holds(int left, int right) {
      return switch (this) {
        case AT_LEAST -> left >= right;
        case AT_MOST -> left <= right;
        case EXACTLY -> left == right;
      };
    }
  }

  /** Some part is like this. */
  record Some(Group group) implements Condition {
    @Override
    public boolean holds(Example example) {
      return group.mask(example) != 0;
    }

    @Override
    public int length() {
      return group.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(group);
    }

    @Override
    public double degree(Example example) {
      return group.degree(example);
    }
  }

  /** No part is like this. */
  record Never(Group group) implements Condition {
    @Override
    public boolean holds(Example example) {
      return group.mask(example) == 0;
    }

    @Override
    public int length() {
      return group.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(group);
    }

    @Override
    public double degree(Example example) {
      return 1 - (double) Integer.bitCount(group.mask(example)) / example.parts();
    }
  }

  /** So many parts are like this. */
  record Count(Group group, Comparison comparison, int number) implements Condition {
    @Override
    public boolean holds(Example example) {
      return comparison.holds(Integer.bitCount(group.mask(example)), number);
    }

    @Override
    public int length() {
      return group.length() + 1;
    }

    @Override
    public List<Group> groups() {
      return List.of(group);
    }

    @Override
    public double degree(Example example) {
      return holds(example)
          ? 1
          : 1.0 / (1 + Math.abs(Integer.bitCount(group.mask(example)) - number));
    }
  }

  /** Every part that is like the first is like the second. */
  record Every(Group guard, Group then) implements Condition {
    @Override
    public boolean holds(Example example) {
      return (guard.mask(example) & ~then.mask(example)) == 0;
    }

    @Override
    public int length() {
      return guard.length() + then.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(guard, then);
    }

    @Override
    public double degree(Example example) {
      int wrong = Integer.bitCount(guard.mask(example) & ~then.mask(example));
      return 1 - (double) wrong / example.parts();
    }
  }

  /** Two different parts are like these. */
  record Different(Group first, Group second) implements Condition {
    @Override
    public boolean holds(Example example) {
      int one = first.mask(example);
      int two = second.mask(example);
      return one != 0 && two != 0 && Integer.bitCount(one | two) >= 2;
    }

    @Override
    public int length() {
      return first.length() + second.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(first, second);
    }

    @Override
    public double degree(Example example) {
      return holds(example) ? 1 : halfway(first, second, example);
    }
  }

  /** Two different parts, both like this, have the same value of an attribute. */
  record Same(int attribute, Group group) implements Condition {
    @Override
    public boolean holds(Example example) {
      int mask = group.mask(example);
      for (int value = 0; value < example.slots().values(attribute); value++) {
        if (Integer.bitCount(mask & example.with(attribute, value)) >= 2) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int length() {
      return 2 + 2 * group.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(group);
    }

    @Override
    public Stream<Integer> attributes() {
      return Stream.concat(Stream.of(attribute), Condition.super.attributes());
    }
  }

  /** A part like the first has a larger number than a part like the second. */
  record Larger(int attribute, Group first, Group second) implements Condition {
    @Override
    public boolean holds(Example example) {
      int one = first.mask(example);
      int two = second.mask(example);
      int values = example.slots().values(attribute);
      int most = values - 1;
      while (most >= 0 && (one & example.with(attribute, most)) == 0) {
        most--;
      }
      for (int value = 0; value < most; value++) {
        if ((two & example.with(attribute, value)) != 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int length() {
      return 3 + first.length() + second.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(first, second);
    }

    @Override
    public Stream<Integer> attributes() {
      return Stream.concat(Stream.of(attribute), Condition.super.attributes());
    }

    @Override
    public double degree(Example example) {
      return holds(example) ? 1 : halfway(first, second, example);
    }
  }

  /** The numbers of all parts like this add up to so much. */
  record Sum(int attribute, Group group, Comparison comparison, int number) implements Condition {
    @Override
    public boolean holds(Example example) {
      return comparison.holds(sum(example), number);
    }

    private int sum(Example example) {
      int mask = group.mask(example);
      int sum = 0;
      for (int value = 0; value < example.slots().values(attribute); value++) {
        sum +=
            Integer.bitCount(mask & example.with(attribute, value))
                * example.slots().attribute(attribute).number(value);
      }
      return sum;
    }

    @Override
    public int length() {
      return 2 + group.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(group);
    }

    @Override
    public Stream<Integer> attributes() {
      return Stream.concat(Stream.of(attribute), Condition.super.attributes());
    }

    @Override
    public double degree(Example example) {
      return holds(example) ? 1 : 1.0 / (1 + Math.abs(sum(example) - number));
    }
  }

  /**
   * A part like the first leads to a part like the second.
   *
   * @param kind of the link; empty for any kind, or where there are no links but positions
   */
  record Linked(Group first, Group second, OptionalInt kind) implements Condition {
    @Override
    public boolean holds(Example example) {
      int one = first.mask(example);
      int two = second.mask(example);
      if (kind.isPresent()) {
        return byKind(example, one, two, kind.getAsInt());
      }
      for (int rest = one; rest != 0; rest &= rest - 1) {
        if ((example.next(Integer.numberOfTrailingZeros(rest)) & two) != 0) {
          return true;
        }
      }
      return false;
    }

    private static boolean byKind(Example example, int one, int two, int kind) {
      boolean symmetric = example.slots().schema().link().orElseThrow().isSymmetric();
      int[] links = example.links();
      for (int i = 0; i < links.length; i += 3) {
        boolean forth = (one >> links[i] & two >> links[i + 1] & 1) != 0;
        boolean back = symmetric && (one >> links[i + 1] & two >> links[i] & 1) != 0;
        if (links[i + 2] == kind && (forth || back)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int length() {
      return 1 + first.length() + second.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(first, second);
    }

    @Override
    public double degree(Example example) {
      return holds(example) ? 1 : halfway(first, second, example);
    }
  }

  /**
   * From a part like the first, a way through parts like the second leads to one like the third.
   */
  record Reach(Group from, Group through, Group to) implements Condition {
    @Override
    public boolean holds(Example example) {
      int goal = to.mask(example);
      int open = through.mask(example);
      int frontier = from.mask(example);
      while (frontier != 0) {
        int next = 0;
        for (int rest = frontier; rest != 0; rest &= rest - 1) {
          next |= example.next(Integer.numberOfTrailingZeros(rest));
        }
        if ((next & goal) != 0) {
          return true;
        }
        frontier = next & open;
        open &= ~next;
      }
      return false;
    }

    @Override
    public int length() {
      return 1 + from.length() + through.length() + to.length();
    }

    @Override
    public List<Group> groups() {
      return List.of(from, through, to);
    }

    @Override
    public double degree(Example example) {
      return holds(example) ? 1 : halfway(from, to, example);
    }
  }
}
