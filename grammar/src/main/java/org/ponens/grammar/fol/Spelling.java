package org.ponens.grammar.fol;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** How names are spelled where they need no quotes, and with quotes. */
final class Spelling {

  /** Words that the reader may take for something else than a name. */
  private static final Set<String> WORDS =
      Set.of(
          "and", "or", "xor", "implies", "iff", "not", "forall", "exists", "all", "every", "some",
          "no", "for", "there", "such", "true", "false");

  private Spelling() {}

  /** The first place from an offset on, outside of double quotes, where a test holds; or -1. */
  static int indexOutsideQuotes(String text, int from, IntPredicate test) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && test.test(i)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether the tolerant reader takes these characters for one name whatever stands around:
   * letters, digits and underscores, with single hyphens and a decimal point within.
   */
  static boolean isPlain(String name) {
    if (name.isEmpty() || WORDS.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean joined = true;
    boolean decimal = false;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (Character.isLetterOrDigit(c) || c == '_' || c == '′' || mark) {
        joined = false;
      } else if (c == '.' && !decimal && isDigit(name, i - 2) && isDigit(name, i)) {
        decimal = true;
      } else if (c == '-' && !joined && i < name.length()) {
        joined = true;
      } else {
        return false;
      }
    }
    return !joined;
  }

  private static boolean isDigit(String name, int at) {
    return at >= 0 && at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
  }

  /** In double quotes, which a backslash escapes. */
  static String quoted(String name) {
    return quoted(name, '"');
  }

  static String quoted(String name, char quote) {
    StringBuilder out = new StringBuilder(name.length() + 2).append(quote);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      // Three colons would end the statement.
      boolean secondColon = c == ':' && i > 0 && name.charAt(i - 1) == ':' && quote == '"';
      if (c == quote || c == '\\' || secondColon) {
        out.append('\\');
      }
      out.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return out.append(quote).toString();
  }

  /** Whether TPTP takes this for a functor without quotes. */
  static boolean isLowerWord(String name) {
    return !name.isEmpty() && name.charAt(0) >= 'a' && name.charAt(0) <= 'z' && isAsciiWord(name);
  }

  /** Whether TPTP takes this for a variable. */
  static boolean isUpperWord(String name) {
    return !name.isEmpty() && name.charAt(0) >= 'A' && name.charAt(0) <= 'Z' && isAsciiWord(name);
  }

  /** Whether TPTP takes this for an unsigned integer. */
  static boolean isInteger(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c >= '0' && c <= '9')
        && (name.length() == 1 || name.charAt(0) != '0');
  }

  static boolean isAsciiWord(String name) {
    return name.chars()
        .allMatch(
            c ->
                c == '_'
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9'));
  }
}
