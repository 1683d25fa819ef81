package org.ponens.generators.induction.rule;

import java.util.Locale;

/** What a hidden rule is made with. */
public enum RuleClass {
  /** Some parts are so and so. */
  CONJUNCTIVE,
  /** One of two such things. */
  DISJUNCTION,
  /** No part is so and so. */
  NEGATION,
  /** Two different parts, or two with something in common. */
  DISTINCTNESS,
  /** How many parts are so and so. */
  COUNTING,
  /** Numbers that are compared or added up. */
  COMPARISON,
  /** All parts are so and so. */
  UNIVERSAL,
  /** From one part a way leads to another. */
  RECURSION;

  /** How many parts an example needs at least so that such a rule says something of it. */
  public int leastParts() {
    return switch (this) {
      case CONJUNCTIVE, DISJUNCTION, NEGATION, UNIVERSAL, COMPARISON -> 1;
      case DISTINCTNESS, COUNTING -> 2;
      case RECURSION -> 3;
    };
  }

  /** The name that users write: {@code counting}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
