package org.ponens.grammar.layout;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/**
 * A stretch of a source as ANTLR reads it. The index of a character is its offset in the whole
 * source, so a token's start and stop need no translation; ANTLR's own streams count code points
 * and copy the text.
 */
public final class RegionCharStream implements CharStream {

  private final Source source;
  private final String text;
  private final int end;
  private int at;

  private RegionCharStream(Source source, int start, int end) {
    this.source = source;
    this.text = source.text();
    this.at = start;
    this.end = end;
  }

  /** The stretch that a span covers. */
  public static RegionCharStream of(Source source, Span span) {
    return new RegionCharStream(source, span.start(), span.end());
  }

  /** The whole source. */
  public static RegionCharStream of(Source source) {
    return new RegionCharStream(source, 0, source.text().length());
  }

  @Override
  public void consume() {
    if (at >= end) {
      throw new IllegalStateException("cannot consume the end of the text");
    }
    at += Character.charCount(text.codePointAt(at));
  }

  @Override
  public int LA(int i) {
    if (i > 0) {
      int place = at;
      for (int k = 1; k < i && place < end; k++) {
        place += Character.charCount(text.codePointAt(place));
      }
      return place < end ? text.codePointAt(place) : IntStream.EOF;
    }
    int place = at;
    for (int k = 0; k > i && place > 0; k--) {
      place -= Character.charCount(text.codePointBefore(place));
    }
    return i == 0 || place == at ? IntStream.EOF : text.codePointAt(place);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole text is in memory: there is nothing to keep.
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, end);
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return source.name();
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.min(interval.a, text.length());
    return from > interval.b ? "" : text.substring(from, stop(interval.b));
  }

  // ANTLR's stop index names the last character's first unit, which may be half of a pair.
  private int stop(int last) {
    return last >= text.length()
        ? text.length()
        : last + Character.charCount(text.codePointAt(last));
  }
}
