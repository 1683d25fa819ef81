package org.ponens.generators.verify;

/** Marks are found in any case of the letters A to Z, and of no others. */
final class Ascii {

  private Ascii() {}

  /** Whether a text has this mark, which is in lower case, at a place. */
  static boolean startsWith(String text, int from, String mark) {
    if (from < 0 || from + mark.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      char c = text.charAt(from + i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if (lower != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
