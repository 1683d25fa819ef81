package org.ponens.grammar.fol;

import java.util.List;
import java.util.Objects;

/** A term: a variable, or a function symbol applied to terms. */
public sealed interface Term {

  /** A variable; the quantifier that binds it makes it one, not its spelling. */
  record Variable(String name) implements Term {
    public Variable {
      Objects.requireNonNull(name);
    }
  }

  /**
   * A function symbol applied to terms; a constant where there are none. A symbol is its name and
   * its number of arguments: {@code f/1} and {@code f/2} are different.
   *
   * @param function the name as meant, without quotes or blanks around it; any text
   */
  record Application(String function, List<Term> arguments) implements Term {
    public Application {
      Objects.requireNonNull(function);
      arguments = List.copyOf(arguments);
    }

    public boolean isConstant() {
      return arguments.isEmpty();
    }
  }

  static Variable variable(String name) {
    return new Variable(name);
  }

  static Application constant(String name) {
    return new Application(name, List.of());
  }

  static Application apply(String function, Term... arguments) {
    return new Application(function, List.of(arguments));
  }
}
