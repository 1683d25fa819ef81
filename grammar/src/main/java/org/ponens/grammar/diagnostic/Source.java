package org.ponens.grammar.diagnostic;

import java.util.Arrays;

/**
 * A text under a name, with its lines: what diagnostics point into. Immutable and thread-safe.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Looking up a line is logarithmic in their
 * number.
 */
public final class Source {

  private final String name;
  private final String text;
  private final int[] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** The text under a name (a path, or an id) that messages show. */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  /** The text under the name {@code input}. */
  public static Source of(String text) {
    return new Source("input", text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** The number, from 1, of the line that holds the character at this offset. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Offset of the first character of a line. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Offset behind the last character of a line, its terminator excluded. */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    int start = lineStarts[line - 1];
    while (end > start && isTerminator(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** A line's text without its terminator. */
  public String line(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /** The span from one offset to another, both cut to the text. */
  public Span span(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    int to = Math.clamp(end, from, text.length());
    int line = lineAt(from);
    return new Span(from, to, line, 1 + text.codePointCount(lineStart(line), from));
  }

  /** The text that a span covers. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isTerminator(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public String toString() {
    return name;
  }
}
