package org.ponens.grammar.satlm;

import java.util.Optional;

/**
 * A checked expression.
 *
 * @param sort the sort it certainly belongs to, where one is declared for it
 */
record Typed(Expression expression, Type type, Optional<Sort> sort) {

  static Typed formula(Expression expression) {
    return new Typed(expression, new Type.Truth(), Optional.of(new Sort.Bool()));
  }

  static Typed whole(Expression expression) {
    return new Typed(expression, new Type.Whole(), Optional.empty());
  }

  boolean isFormula() {
    return type instanceof Type.Truth;
  }
}
