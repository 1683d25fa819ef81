package org.ponens.grammar.satlm;

/** A comparison of two terms. */
public enum Relation {
  EQUAL("=="),
  UNEQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String symbol;

  Relation(String symbol) {
    this.symbol = symbol;
  }

  /** As a program spells it. */
  public String symbol() {
    return symbol;
  }

  /** The relation that holds of {@code (b, a)} where this one holds of {@code (a, b)}. */
  public Relation converse() {
    return switch (this) {
      case EQUAL, UNEQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  /** Whether it holds of two integers. */
  public boolean holds(long left, long right) {
    return switch (this) {
      case EQUAL -> left == right;
      case UNEQUAL -> left != right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case GREATER -> left > right;
      case AT_LEAST -> left >= right;
    };
  }
}
