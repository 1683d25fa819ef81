package org.ponens.grammar.csp;

import java.util.Locale;
import java.util.Set;

/** Which strings are names, and how they are written. */
final class Identifiers {

  private static final Set<String> RESERVED =
      Set.of(
          "and", "or", "not", "xor", "in", "if", "then", "iff", "implies", "div", "mod", "true",
          "false");

  private Identifiers() {}

  /**
   * Words of letters, digits and underscores, with single blanks, hyphens or apostrophes between.
   */
  static boolean isName(String text) {
    boolean letter = false;
    boolean afterWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isWordPart(c)) {
        letter |= !Character.isDigit(c);
        afterWord = true;
      } else if (afterWord && (c == ' ' || c == '-' || c == '\'')) {
        afterWord = false;
      } else {
        return false;
      }
      i += Character.charCount(c);
    }
    return letter && afterWord;
  }

  private static boolean isWordPart(int c) {
    return c == '_' || Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** A name as the strict spelling has it: in double quotes unless it is one plain word. */
  static String spelled(String name) {
    return isPlain(name) ? name : '"' + name + '"';
  }

  private static boolean isPlain(String name) {
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && !(i > 0 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /** A capital letter, or a number without a leading zero. */
  static boolean isLabel(String text) {
    if (text.length() == 1 && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z') {
      return true;
    }
    return !text.isEmpty()
        && text.length() <= 9
        && text.charAt(0) != '0'
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The label of the option at this place, from 0. */
  static String label(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : Integer.toString(index + 1);
  }

  /** A text on one line, without blanks around it. */
  static String oneLine(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if (Character.isISOControl(stripped.charAt(i))) {
        return stripped.replaceAll("[\\p{Cntrl}]+", " ").strip();
      }
    }
    return stripped;
  }

  /** What a value is called, without the marks that structure a line. */
  static String valueName(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isOuter(text.charAt(from))) {
      from++;
    }
    while (to > from && isOuter(text.charAt(to - 1))) {
      to--;
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean blank =
          Character.isWhitespace(c) || Character.isISOControl(c) || ":#,;\"`[]{}".indexOf(c) >= 0;
      if (!blank) {
        out.append(c);
      } else if (out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static boolean isOuter(char c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || ":#,;.\"'`[]{}*".indexOf(c) >= 0;
  }
}
