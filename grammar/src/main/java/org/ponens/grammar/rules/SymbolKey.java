package org.ponens.grammar.rules;

import java.util.List;
import java.util.Locale;
import org.ponens.grammar.layout.Names;

/**
 * Which spellings are the same symbol: {@code BaldEagle}, {@code bald_eagle}, {@code Bald eagle}
 * and {@code the bald eagle} are.
 */
final class SymbolKey {

  /** At the start of a quoted name: the name is as written, and no other spelling is the same. */
  static final String EXACT = "\\=";

  private static final List<String> SIBILANTS = List.of("s", "x", "z", "ch", "sh");

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

  /**
   * As {@link #of}, and singular and plural are the same: {@code Wumpus} and {@code Wumpuses},
   * {@code Like} and {@code Likes}. English makes both of one predicate, and models mix them.
   */
  static String ofPredicate(String name) {
    return singular(of(name));
  }

  private static String singular(String key) {
    int length = key.length();
    if (length < 4) {
      return key;
    }
    if (key.endsWith("ies") && length > 4) {
      return key.substring(0, length - 3) + "y";
    }
    for (String sibilant : SIBILANTS) {
      if (key.endsWith(sibilant + "es")) {
        return key.substring(0, length - 2);
      }
      // "nurse" and "nurses" meet in "nurs", as "bus" and "buses" do in "bus".
      if (key.endsWith(sibilant + "e")) {
        return key.substring(0, length - 1);
      }
    }
    boolean plural =
        key.endsWith("s") && !key.endsWith("ss") && !key.endsWith("us") && !key.endsWith("is");
    return plural ? key.substring(0, length - 1) : key;
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
