package org.ponens.generators.verify;

/** Repetitions of a known text, which a response does not say itself. */
final class Echo {

  /** So much of the text is searched for first, as most responses do not have even that. */
  private static final int HEAD = 24;

  private Echo() {}

  /**
   * A response without any repetition of a text, each replaced by a line's end. By the algorithm of
   * Knuth, Morris and Pratt (SIAM Journal on Computing, 1977), as neither text is to be trusted to
   * be harmless to a naive search.
   */
  static String without(String response, String repeated) {
    String text = repeated.strip();
    if (text.isEmpty() || text.length() > response.length()) {
      return response;
    }
    int first = response.indexOf(text.substring(0, Math.min(HEAD, text.length())));
    if (first < 0) {
      return response;
    }
    int[] border = borders(text);
    StringBuilder kept = new StringBuilder();
    int copied = 0;
    int matched = 0;
    for (int i = first; i < response.length(); i++) {
      while (matched > 0 && response.charAt(i) != text.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (response.charAt(i) == text.charAt(matched)) {
        matched++;
      }
      if (matched == text.length()) {
        kept.append(response, copied, i + 1 - matched).append('\n');
        copied = i + 1;
        matched = 0;
      }
    }
    return copied == 0 ? response : kept.append(response, copied, response.length()).toString();
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
