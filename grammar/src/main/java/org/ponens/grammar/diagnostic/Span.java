package org.ponens.grammar.diagnostic;

/**
 * A stretch of a {@link Source}.
 *
 * @param start offset of the first character, in UTF-16 units from 0
 * @param end offset behind the last character; equal to {@code start} for a place between two
 * @param line line of {@code start}, from 1
 * @param column column of {@code start}, in code points from 1
 */
public record Span(int start, int end, int line, int column) {

  public Span {
    if (start < 0 || end < start || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "no span: " + start + ".." + end + " at " + line + ":" + column);
    }
  }

  /** The number of UTF-16 units covered. */
  public int length() {
    return end - start;
  }

  /** {@code line:column}, as people and editors write it. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
