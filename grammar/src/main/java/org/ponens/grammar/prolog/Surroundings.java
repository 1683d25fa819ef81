package org.ponens.grammar.prolog;

import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/** Finds the program in a text: in the last fence, or between marks, or all of it. */
final class Surroundings {

  private static final String FENCE = "```";
  private static final String OPEN = "[RULE]";
  private static final String CLOSE = "[/RULE]";

  private Surroundings() {}

  static Span program(Source source, Diagnostics diagnostics) {
    String text = source.text();
    int start = 0;
    int end = text.length();
    int open = text.lastIndexOf(OPEN);
    if (open >= 0) {
      start = open + OPEN.length();
      int close = text.indexOf(CLOSE, start);
      end = close < 0 ? end : close;
    } else {
      int last = text.lastIndexOf(FENCE);
      if (last < 0) {
        return source.span(0, end);
      }
      int first = text.lastIndexOf(FENCE, last - 1);
      int from = first < 0 ? last : first;
      end = first < 0 ? end : last;
      start = from + FENCE.length();
      // The word behind a fence names the language.
      while (start < end && Character.isLetter(text.charAt(start))) {
        start++;
      }
    }
    boolean around = !text.substring(0, start).isBlank() || !text.substring(end).isBlank();
    Span region = source.span(start, end);
    if (around) {
      note(source, region, diagnostics);
    }
    return region;
  }

  /** Says that something stands around the program. */
  static void note(Source source, Span region, Diagnostics diagnostics) {
    int start = Math.min(region.start(), source.text().length() - 1);
    diagnostics.add(
        Diagnostic.note(
            PrologCode.SURROUNDED,
            source.span(start, start + 1),
            "read is the program from here on, without what stands around it"));
  }

  /**
   * Where the program may stand in prose: from the first line on that begins with a name, to the
   * end, or to the next empty line.
   */
  static List<Span> inProse(Source source, Span region, String name) {
    String text = source.text();
    int start = -1;
    for (int line = region.start(); line >= 0 && line < region.end(); line = nextLine(text, line)) {
      int word = line;
      while (word < region.end() && " \t`>*-".indexOf(text.charAt(word)) >= 0) {
        word++;
      }
      if (text.startsWith(name + "(", word)) {
        start = word;
        break;
      }
    }
    if (start < 0 || hasClause(text.substring(region.start(), start))) {
      return List.of();
    }
    int end = start;
    while (end >= 0 && end < region.end()) {
      int next = nextLine(text, end);
      if (next < 0 || next >= region.end() || text.substring(end, next).isBlank()) {
        break;
      }
      end = next;
    }
    return end > start && !hasClause(text.substring(end, region.end()))
        ? List.of(source.span(start, region.end()), source.span(start, end))
        : List.of(source.span(start, region.end()));
  }

  /** Whether it may be more than prose. */
  private static boolean hasClause(String text) {
    return text.contains(":-");
  }

  /** Where the next line begins; negative where there is none. */
  private static int nextLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? -1 : end + 1;
  }
}
