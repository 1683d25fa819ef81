package org.ponens.grammar.fol;

import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;

/** Turns away what is no text, is empty, or is too long. */
final class TextCheck {

  private TextCheck() {}

  /** Whether the text can be read at all; else an error is given. */
  static boolean isReadable(Findings findings, int maxLength) {
    Source source = findings.source();
    String text = source.text();
    if (text.isBlank()) {
      findings.add(Diagnostic.error(TextCode.EMPTY, source.span(0, 0), "there is nothing to read"));
      return false;
    }
    if (text.length() > maxLength) {
      findings.add(
          Diagnostic.error(
              TextCode.TOO_LONG,
              source.span(0, 0),
              "a text of more than " + maxLength + " characters is not read"));
      return false;
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      findings.add(
          Diagnostic.error(
              TextCode.BINARY, source.span(nul, nul + 1), "the text holds a NUL character"));
      return false;
    }
    return true;
  }

  /** The text without blanks around it. */
  static Span trimmed(Source source) {
    String text = source.text();
    int from = 0;
    int to = text.length();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return source.span(from, to);
  }
}
