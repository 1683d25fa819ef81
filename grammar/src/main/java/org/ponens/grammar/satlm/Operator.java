package org.ponens.grammar.satlm;

import java.util.OptionalLong;

/** A binary operation on integers. */
public enum Operator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  /** The quotient rounded towards negative infinity. */
  DIVIDE("//"),
  /** The remainder with the sign of the divisor. */
  MODULO("%");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As a program spells it. */
  public String symbol() {
    return symbol;
  }

  /** The result; empty for a division by zero. */
  public OptionalLong apply(long left, long right) {
    return switch (this) {
      case PLUS -> OptionalLong.of(left + right);
      case MINUS -> OptionalLong.of(left - right);
      case TIMES -> OptionalLong.of(left * right);
      case DIVIDE ->
          right == 0 ? OptionalLong.empty() : OptionalLong.of(Math.floorDiv(left, right));
      case MODULO ->
          right == 0 ? OptionalLong.empty() : OptionalLong.of(Math.floorMod(left, right));
    };
  }
}
