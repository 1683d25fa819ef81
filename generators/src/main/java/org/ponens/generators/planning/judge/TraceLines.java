package org.ponens.generators.planning.judge;

import java.util.ArrayList;
import java.util.List;

/** The lines of a trace that hold facts, without the numbers before them. */
final class TraceLines {

  private TraceLines() {}

  static List<String> of(String answer) {
    List<String> lines = new ArrayList<>();
    for (String line : answer.split("\n", -1)) {
      int start = 0;
      while (start < line.length() && !isContent(line.charAt(start))) {
        start++;
      }
      int end = start;
      while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
        end++;
      }
      // A number that a colon or full stop follows is the action's; another is part of a fact.
      boolean numbered = end > start && end < line.length() && ":.)".indexOf(line.charAt(end)) >= 0;
      String facts = line.substring(numbered ? end + 1 : start);
      if (facts.indexOf('(') >= 0) {
        lines.add(facts);
      } else if (!facts.isBlank()) {
        // Kept, so that it is found to be none.
        lines.add(facts);
      }
    }
    return lines;
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) || c == '(';
  }
}
