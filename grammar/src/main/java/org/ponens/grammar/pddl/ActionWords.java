package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of {@code (name a b)} and of {@code name(a, b)}. */
final class ActionWords {

  private static final int MAX_WORDS = 200;

  private ActionWords() {}

  /**
   * Name and arguments, in lower case.
   *
   * @param called what stands before the parenthesis, or the empty string
   * @return empty if anything but words and commas is in the parentheses
   */
  static Optional<List<String>> of(String called, String inside) {
    List<String> parts = new ArrayList<>();
    if (!called.isEmpty()) {
      parts.add(called.toLowerCase(Locale.ROOT));
    }
    int at = 0;
    while (at < inside.length()) {
      char c = inside.charAt(at);
      if (Character.isWhitespace(c) || c == ',') {
        at++;
        continue;
      }
      int start = at;
      while (at < inside.length() && isNameCharacter(inside.charAt(at))) {
        at++;
      }
      if (at == start || parts.size() > MAX_WORDS) {
        return Optional.empty();
      }
      parts.add(inside.substring(start, at).toLowerCase(Locale.ROOT));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_-.@$%&'!^~+?".indexOf(c) >= 0;
  }
}
