package org.ponens.generators.planning.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a trace: each from a number at the beginning of a line, with a colon or full stop
 * behind it, to the next; each line where there are no numbers.
 */
final class TraceLines {

  private TraceLines() {}

  static List<String> of(String answer) {
    List<StringBuilder> parts = new ArrayList<>();
    boolean anyNumber = false;
    for (String line : answer.split("\n", -1)) {
      int start = 0;
      while (start < line.length() && !isContent(line.charAt(start))) {
        start++;
      }
      int end = start;
      while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
        end++;
      }
      boolean numbered = end > start && end < line.length() && ":.)".indexOf(line.charAt(end)) >= 0;
      String facts = line.substring(numbered ? end + 1 : start);
      if (numbered || (!anyNumber && !facts.isBlank())) {
        parts.add(new StringBuilder(facts));
      } else if (anyNumber) {
        parts.getLast().append('\n').append(facts);
      }
      anyNumber |= numbered;
    }
    return parts.stream().map(StringBuilder::toString).toList();
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) || c == '(';
  }
}
