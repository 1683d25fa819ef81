package org.ponens.grammar.rules;

import java.util.Locale;
import org.ponens.grammar.layout.Names;

/**
 * Which spellings are the same symbol: {@code BaldEagle}, {@code bald_eagle}, {@code Bald eagle}
 * and {@code the bald eagle} are.
 */
final class SymbolKey {

  /** At the start of a quoted name: the name is as written, and no other spelling is the same. */
  static final String EXACT = "\\=";

  private SymbolKey() {}

  static String of(String name) {
    String stripped = name.strip();
    String bare =
        stripped.length() > 4
                && stripped.regionMatches(true, 0, "the", 0, 3)
                && (stripped.charAt(3) == ' ' || stripped.charAt(3) == '_')
            ? stripped.substring(4)
            : stripped;
    String folded = Names.folded(bare);
    return folded.isEmpty() ? name : folded;
  }

  /** Whether a bare word is a variable by its form: one letter from u to z, perhaps numbered. */
  static boolean looksVariable(String word) {
    char letter = word.isEmpty() ? ' ' : Character.toLowerCase(word.charAt(0));
    return letter >= 'u'
        && letter <= 'z'
        && word.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || c == '\'' || c == '_');
  }

  /** Whether a constant reads like a variable in words. */
  static boolean isPronoun(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "something",
          "someone",
          "somebody",
          "anything",
          "anyone",
          "anybody",
          "everything",
          "everyone",
          "everybody",
          "it",
          "they",
          "them",
          "he",
          "she",
          "thing",
          "person",
          "people" ->
          true;
      default -> false;
    };
  }
}
