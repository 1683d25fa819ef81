package org.ponens.grammar.prolog;

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
    if (around) {
      diagnostics.add(
          Diagnostic.note(
              PrologCode.SURROUNDED,
              source.span(start, Math.min(end, start + 1)),
              "read is what stands between the marks"));
    }
    return source.span(start, end);
  }
}
