package org.ponens.grammar.pddl;

import java.math.BigDecimal;

/** Numbers with one spelling each. */
final class Numbers {

  private Numbers() {}

  static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() > -20 ? stripped.setScale(0) : stripped;
  }
}
