package org.ponens.generators.verify;

import java.util.Optional;

/** Repetitions of a known text, which a response does not say itself. */
final class Echo {

  /** So much of the text is searched for first, as most responses do not have even that. */
  private static final int HEAD = 24;

  private Echo() {}

  /** A response without any repetition of a text, each replaced by a line's end. */
  static String without(String response, String repeated) {
    String text = repeated.strip();
    int end = endOfFirst(response, text, 0);
    if (end < 0) {
      return response;
    }
    StringBuilder kept = new StringBuilder();
    int copied = 0;
    int[] border = borders(text);
    while (end >= 0) {
      kept.append(response, copied, end - text.length()).append('\n');
      copied = end;
      end = endOfFirst(response, text, border, copied);
    }
    return kept.append(response, copied, response.length()).toString();
  }

  /** What follows the first occurrence of a text; empty if there is none. */
  static Optional<String> behind(String response, String repeated) {
    int end = endOfFirst(response, repeated.strip(), 0);
    return end < 0 ? Optional.empty() : Optional.of(response.substring(end));
  }

  private static int endOfFirst(String response, String text, int from) {
    if (text.isEmpty() || text.length() > response.length() - from) {
      return -1;
    }
    int first = response.indexOf(text.substring(0, Math.min(HEAD, text.length())), from);
    return first < 0 ? -1 : endOfFirst(response, text, borders(text), first);
  }

  /**
   * By the algorithm of Knuth, Morris and Pratt (SIAM Journal on Computing, 1977), as neither text
   * is to be trusted to be harmless to a naive search.
   */
  private static int endOfFirst(String response, String text, int[] border, int from) {
    int matched = 0;
    for (int i = from; i < response.length(); i++) {
      while (matched > 0 && response.charAt(i) != text.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (response.charAt(i) == text.charAt(matched)) {
        matched++;
      }
      if (matched == text.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  /** For each prefix, the length of its longest border: a proper prefix that is also a suffix. */
  private static int[] borders(String text) {
    int[] border = new int[text.length()];
    int length = 0;
    for (int i = 1; i < text.length(); i++) {
      while (length > 0 && text.charAt(i) != text.charAt(length)) {
        length = border[length - 1];
      }
      if (text.charAt(i) == text.charAt(length)) {
        length++;
      }
      border[i] = length;
    }
    return border;
  }
}
