package org.ponens.generators.verify;

import java.util.List;

/**
 * Where a response stops thinking.
 *
 * @param end just behind the last {@code </think>}, 0 where there is none
 * @param unfinished whether a {@code <think>} follows that is never closed
 */
record Thinking(int end, boolean unfinished) {

  private static final String OPENING = "<think>";
  private static final String CLOSING = "</think>";

  /** What tokenizers put behind a response, beside {@code <|...|>}. */
  private static final List<String> END_MARKS =
      List.of("</s>", "<eos>", "<pad>", "<end_of_turn>", "<unk>");

  private static final int LONGEST_END_MARK = 40;

  static Thinking in(String text) {
    for (int i = text.lastIndexOf('<'); i >= 0; i = text.lastIndexOf('<', i - 1)) {
      if (Ascii.startsWith(text, i, CLOSING)) {
        return new Thinking(i + CLOSING.length(), false);
      }
      if (Ascii.startsWith(text, i, OPENING)) {
        return new Thinking(0, true);
      }
    }
    return new Thinking(0, false);
  }

  /** A text without the special tokens at its end, such as {@code <|im_end|>}. */
  static String withoutEndMarks(String text) {
    int end = text.length();
    while (true) {
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int start = startOfMark(text, end);
      if (start == end) {
        return text.substring(0, end);
      }
      end = start;
    }
  }

  private static int startOfMark(String text, int end) {
    for (String mark : END_MARKS) {
      if (text.startsWith(mark, end - mark.length())) {
        return end - mark.length();
      }
    }
    if (text.startsWith("|>", end - 2) || text.startsWith("\uFF5C>", end - 2)) {
      int start = text.lastIndexOf('<', end - 3);
      if (start >= 0
          && end - start <= LONGEST_END_MARK
          && text.charAt(start + 1) == text.charAt(end - 2)
          && text.indexOf('\n', start, end) < 0) {
        return start;
      }
    }
    return end;
  }
}
