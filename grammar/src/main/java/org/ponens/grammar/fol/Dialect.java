package org.ponens.grammar.fol;

import java.util.function.Predicate;

/**
 * What differs between those who write formulas.
 *
 * @param narrowScopes whether a quantifier reaches over the next operand only
 * @param freeVariable which unbound names are variables, closed universally
 * @param strict whether the author wrote for a machine with fixed rules, so that nothing is
 *     doubtful about precedence, free variables and propositions
 */
record Dialect(boolean narrowScopes, Predicate<String> freeVariable, boolean strict) {

  /** People and language models: a free {@code x}, {@code y12} is a variable, and doubtful. */
  static final Dialect TOLERANT = new Dialect(false, Dialect::isLateLetter, false);

  /** Prover9's rules for names: those that begin with u to z, or with a capital as in Prolog. */
  static Dialect prover9(boolean prologStyle) {
    return new Dialect(
        true,
        prologStyle
            ? name -> Character.isUpperCase(name.charAt(0)) || name.charAt(0) == '_'
            : name -> name.charAt(0) >= 'u' && name.charAt(0) <= 'z',
        true);
  }

  private static boolean isLateLetter(String name) {
    char first = name.charAt(0);
    // y1984 is a year.
    if (first < 'u' || first > 'z' || name.length() > 3) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the tolerant reader takes this name for a variable where nothing binds it. */
  static boolean readsAsVariable(String name) {
    return !name.isEmpty() && isLateLetter(name);
  }
}
