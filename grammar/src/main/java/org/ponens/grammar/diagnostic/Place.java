package org.ponens.grammar.diagnostic;

/**
 * Where in its source a node stands. All places are equal to each other, so that the equality of
 * trees disregards where they were written.
 *
 * <p>A file of a megabyte has a hundred thousand nodes, and few are ever pointed at: line and
 * column are looked up when {@link #span} is asked.
 */
public final class Place {

  /** The place of what was made by a program. */
  public static final Place NOWHERE = new Place(Source.of("nowhere", ""), 0, 0);

  private final Source source;
  private final int start;
  private final int end;

  private Place(Source source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** The place from one offset of a source to another. */
  public static Place of(Source source, int start, int end) {
    return new Place(source, start, end);
  }

  /** Whether there is text here; what a program made has none. */
  public boolean isText() {
    return end > start;
  }

  public Source source() {
    return source;
  }

  /** Offset of the first character. */
  public int start() {
    return start;
  }

  /** Offset behind the last character. */
  public int end() {
    return end;
  }

  public Span span() {
    return source.span(start, end);
  }

  /** The text that stands there. */
  public String text() {
    return source.text().substring(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return source.name() + ":" + span();
  }
}
