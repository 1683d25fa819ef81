package org.ponens.grammar.rules;

import java.util.Objects;

/** An argument of a literal: a variable or a constant. There are no functions. */
public sealed interface Term {

  /**
   * A variable of a rule or a query, without the {@code $} that marks it.
   *
   * @param name letters, digits and underscores, at least one
   */
  record Variable(String name) implements Term {
    public Variable {
      if (!isName(name)) {
        throw new IllegalArgumentException("not a variable's name: " + name);
      }
    }

    static boolean isName(String name) {
      return !name.isEmpty()
          && !Character.isDigit(name.codePointAt(0))
          && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
  }

  /**
   * A named thing. Different names are different things only in so far as nothing identifies them:
   * no inference depends on it.
   *
   * @param name as meant, without quotes; any text
   */
  record Constant(String name) implements Term {
    public Constant {
      Objects.requireNonNull(name);
    }
  }

  static Variable variable(String name) {
    return new Variable(name);
  }

  static Constant constant(String name) {
    return new Constant(name);
  }
}
