package org.ponens.grammar.prolog;

import java.util.ArrayList;
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
   * Where the program may stand in prose: from the first line on that begins with a name, or else
   * from where the name stands first, to the end or to the next empty line, without marks for bold
   * or code around it.
   */
  static List<Span> inProse(Source source, Span region, String name) {
    String text = source.text();
    int line = firstLine(text, region, name + "(");
    int word = text.indexOf(name + "(", region.start());
    List<Span> places = new ArrayList<>();
    for (int start : line == word ? new int[] {line} : new int[] {line, word}) {
      boolean isThere = start >= 0 && start < region.end();
      if (isThere && !hasClause(text.substring(region.start(), start))) {
        places.add(unmarked(source, start, region.end()));
        int end = text.indexOf("\n\n", start);
        if (end >= 0 && end < region.end() && !hasClause(text.substring(end, region.end()))) {
          places.add(unmarked(source, start, end));
        }
      }
    }
    return places;
  }

  /** Where a line begins with a word, behind blanks and marks; negative where none does. */
  private static int firstLine(String text, Span region, String word) {
    int line = region.start();
    while (line < region.end()) {
      int at = line;
      while (at < region.end() && " \t`>*-".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (text.startsWith(word, at)) {
        return at;
      }
      int end = text.indexOf('\n', line);
      line = end < 0 ? region.end() : end + 1;
    }
    return -1;
  }

  private static Span unmarked(Source source, int start, int from) {
    int end = from;
    while (end > start && " \t\r\n`*".indexOf(source.text().charAt(end - 1)) >= 0) {
      end--;
    }
    return source.span(start, end);
  }

  /** Whether it may be more than prose. */
  private static boolean hasClause(String text) {
    return text.contains(":-");
  }
}
