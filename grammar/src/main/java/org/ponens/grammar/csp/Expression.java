package org.ponens.grammar.csp;

/** What a constraint is made of: a {@link Condition} is true or false, a {@link Term} a number. */
public sealed interface Expression permits Condition, Term {

  /** This expression in the strict spelling, which its reader reads back as equal. */
  default String print() {
    return ExpressionPrinter.print(this);
  }
}
