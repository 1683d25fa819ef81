package org.ponens.generators.induction.rule;

import org.ponens.generators.induction.example.Example;

/**
 * What is said of one attribute.
 *
 * @param value by its number
 */
public record Literal(int attribute, Test test, int value) {

  /** How the attribute compares with the value. */
  public enum Test {
    IS,
    ABOVE,
    BELOW
  }

  /** The attribute has this value. */
  public static Literal is(int attribute, int value) {
    return new Literal(attribute, Test.IS, value);
  }

  /** The parts of which it is true. */
  int mask(Example example) {
    return switch (test) {
      case IS -> example.with(attribute, value);
      case ABOVE -> between(example, value + 1, example.slots().values(attribute) - 1);
      case BELOW -> between(example, 0, value - 1);
    };
  }

  private int between(Example example, int from, int to) {
    int mask = 0;
    for (int i = from; i <= to; i++) {
      mask |= example.with(attribute, i);
    }
    return mask;
  }

  /** How many literals of Prolog it takes. */
  int length() {
    return test == Test.IS ? 1 : 2;
  }
}
