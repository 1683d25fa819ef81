package org.ponens.generators.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream of UTF-8, with their places in it. Malformed bytes become replacement
 * characters; of a line longer than the limit, only its place is told. For one thread.
 */
public final class LineReader implements Closeable {

  /** In bytes. */
  public static final int LONGEST_LINE = 16 << 20;

  /**
   * A line.
   *
   * @param number from 1
   * @param offset of its first byte
   * @param end the offset behind it and its line feed
   * @param terminated whether it has a line feed
   * @param text without the line feed and a carriage return before it; empty if it is too long
   */
  public record Line(
      long number, long offset, long end, boolean terminated, Optional<String> text) {

    /** Whether there is nothing to read. */
    public boolean isBlank() {
      return text.isPresent() && text.get().isBlank();
    }
  }

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long consumed;
  private long number;

  /** Reads a stream, which is closed with this. */
  public LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line; empty at the end. */
  public Optional<Line> next() throws IOException {
    if (position == limit && !fill()) {
      return Optional.empty();
    }
    long offset = consumed;
    byte[] longer = new byte[0];
    int length = 0;
    boolean tooLong = false;
    while (true) {
      int feed = feed();
      int piece = feed - position;
      if (length == 0 && feed < limit) {
        String text = text(buffer, position, piece, offset);
        return Optional.of(line(offset, feed, true, Optional.of(text)));
      }
      tooLong |= (long) length + piece > LONGEST_LINE;
      if (!tooLong) {
        longer =
            Arrays.copyOf(
                longer, Math.max(length + piece, Math.min(2 * longer.length, LONGEST_LINE)));
        System.arraycopy(buffer, position, longer, length, piece);
        length += piece;
      }
      boolean terminated = feed < limit;
      if (terminated || !advanceTo(feed)) {
        Optional<String> text =
            tooLong ? Optional.empty() : Optional.of(text(longer, 0, length, offset));
        return Optional.of(line(offset, feed, terminated, text));
      }
    }
  }

  /** Whether another whole line is here already, so that asking for it does not wait. */
  public boolean hasBuffered() {
    return feed() < limit;
  }

  private int feed() {
    int i = position;
    while (i < limit && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean advanceTo(int end) throws IOException {
    consumed += end - position;
    position = end;
    return fill();
  }

  private Line line(long offset, int feed, boolean terminated, Optional<String> text) {
    int next = Math.min(limit, feed + (terminated ? 1 : 0));
    consumed += next - position;
    position = next;
    return new Line(++number, offset, consumed, terminated, text);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  static String text(byte[] bytes, int from, int length, long offset) {
    int end = from + length;
    int start = from;
    if (offset == 0
        && length >= 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF) {
      start += 3;
    }
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
