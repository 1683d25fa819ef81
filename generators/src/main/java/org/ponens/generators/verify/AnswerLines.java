package org.ponens.generators.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers behind {@code Answer:} at the beginning of a line, perhaps in bold or as a heading, or
 * behind {@code Final answer:}. Where the line ends there, the answer is the paragraph or code
 * block below, up to the next such line.
 */
final class AnswerLines {

  private final String text;
  private final List<String> found = new ArrayList<>();

  /** The lines of the answer that began on a line of its own, or negative. */
  private int from = -1;

  private int to;
  private boolean fenced;

  private AnswerLines(String text) {
    this.text = text;
  }

  static List<String> in(String text) {
    AnswerLines lines = new AnswerLines(text);
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.line(start, end);
      start = end + 1;
    }
    lines.endBlock();
    return lines.found;
  }

  private void line(int start, int end) {
    int behind = behindMark(start, end);
    if (behind >= 0) {
      endBlock();
      String rest = text.substring(behind, end).strip();
      if (text.substring(start, behind).indexOf('*') >= 0) {
        rest = withoutStars(rest);
      }
      if (rest.isEmpty()) {
        from = end;
        to = end;
      } else {
        found.add(rest);
      }
    } else if (from >= 0) {
      blockLine(start, end);
    }
  }

  private void blockLine(int start, int end) {
    boolean empty = to == from;
    String line = text.substring(start, end).strip();
    if (line.isEmpty() && !fenced) {
      if (!empty) {
        endBlock();
      }
      return;
    }
    if (empty) {
      from = start;
    }
    to = end;
    if (line.startsWith("```")) {
      if (fenced) {
        endBlock();
      } else {
        fenced = empty && line.indexOf("```", 3) < 0;
      }
    }
  }

  private void endBlock() {
    if (from >= 0) {
      found.add(text.substring(from, to));
    }
    from = -1;
    fenced = false;
  }

  /** Behind the colon of the mark that the line begins with; negative where it has none. */
  private int behindMark(int start, int end) {
    int i = start;
    while (i < end && (text.charAt(i) <= ' ' || "*_#>-".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    if (Ascii.startsWith(text, i, "final ")) {
      i += "final ".length();
    }
    if (!Ascii.startsWith(text, i, "answer")) {
      return -1;
    }
    i += "answer".length();
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '*' || text.charAt(i) == '_')) {
      i++;
    }
    return i < end && (text.charAt(i) == ':' || text.charAt(i) == '\uFF1A') ? i + 1 : -1;
  }

  private static String withoutStars(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '*') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '*') {
      to--;
    }
    return text.substring(from, to).strip();
  }
}
