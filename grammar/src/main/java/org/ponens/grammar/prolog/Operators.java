package org.ponens.grammar.prolog;

/**
 * The priorities of operators (ISO/IEC 13211-1, 6.3.4.4): the lower, the more tightly they bind.
 */
final class Operators {

  static final int CLAUSE = 1200;
  static final int DISJUNCTION = 1100;
  static final int IMPLICATION = 1050;
  static final int CONJUNCTION = 1000;

  /** What arguments and items of lists have at most. */
  static final int ARGUMENT = 999;

  static final int NEGATION = 900;
  static final int COMPARISON = 700;
  static final int SUM = 500;
  static final int PRODUCT = 400;
  static final int POWER = 200;

  /** No operator. */
  static final int NONE = -1;

  private Operators() {}

  /** The priority of an operator between two operands, or {@link #NONE}. */
  static int infix(String operator) {
    return switch (operator) {
      case ":-", "-->" -> CLAUSE;
      case ";" -> DISJUNCTION;
      case "->", "*->" -> IMPLICATION;
      case "," -> CONJUNCTION;
      case "=",
          "\\=",
          "==",
          "\\==",
          "is",
          "=:=",
          "=\\=",
          "<",
          "=<",
          ">",
          ">=",
          "=..",
          "@<",
          "@=<",
          "@>",
          "@>=",
          "#=",
          "#\\=",
          "#<",
          "#>",
          "#=<",
          "#>=" ->
          COMPARISON;
      case "+", "-", "/\\", "\\/" -> SUM;
      case "*", "/", "//", "mod", "rem", "div", "<<", ">>" -> PRODUCT;
      case "**", "^" -> POWER;
      default -> NONE;
    };
  }

  /** Whether {@code a op b op c} is {@code (a op b) op c}. */
  static boolean isLeftAssociative(int priority) {
    return priority == SUM || priority == PRODUCT;
  }
}
