package org.ponens.grammar.satlm;

import java.util.Locale;
import java.util.Set;

/** Words that have a meaning of their own where no declaration gives them another. */
final class Reserved {

  private static final Set<String> WORDS =
      Set.of(
          "and", "or", "not", "in", "mod", "xor", "if", "else", "for", "true", "false", "none",
          "null", "bool", "int", "implies", "iff");

  private Reserved() {}

  static boolean isReserved(String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
