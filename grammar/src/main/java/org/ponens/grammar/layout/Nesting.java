package org.ponens.grammar.layout;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Bounds the depth of brackets before a recursive parser sees the text: model output is hostile,
 * and a parser's stack is finite. Linear.
 */
public final class Nesting {

  /** The depth of brackets that readers accept. */
  public static final int MAX = 250;

  private Nesting() {}

  /** An error at the first bracket that stands deeper than {@link #MAX}, if there is one. */
  public static Optional<Diagnostic> check(Source source, Span span) {
    String text = source.text();
    int depth = 0;
    for (int i = span.start(); i < span.end(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> {
          if (++depth > MAX) {
            return Optional.of(
                Diagnostic.error(
                    TextCode.TOO_DEEP,
                    source.span(i, i + 1),
                    "brackets nest more than " + MAX + " deep"));
          }
        }
        case ')', ']', '}' -> depth = Math.max(0, depth - 1);
        default -> {}
      }
    }
    return Optional.empty();
  }
}
