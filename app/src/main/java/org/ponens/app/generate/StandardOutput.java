package org.ponens.app.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lines on standard output, which a reader at the other end gets at least every second. */
final class StandardOutput implements LineSink {

  private static final long FLUSH_NANOS = 500_000_000L;

  /** Lines that come this seldom are flushed at once: the next may be long in coming. */
  private static final long SELDOM_NANOS = 50_000_000L;

  private final PrintWriter writer;
  private long flushedAt = System.nanoTime();
  private long writtenAt = flushedAt;

  StandardOutput(PrintWriter writer) {
    this.writer = writer;
  }

  @Override
  public void line(byte[] line) throws IOException {
    writer.write(new String(line, StandardCharsets.UTF_8));
    writer.write('\n');
    long now = System.nanoTime();
    if (now - flushedAt > FLUSH_NANOS || now - writtenAt > SELDOM_NANOS) {
      flush();
    }
    writtenAt = now;
  }

  private void flush() throws IOException {
    // Flushes too. A reader that has seen enough closes the pipe: that ends the run.
    if (writer.checkError()) {
      throw new IOException("standard output was closed");
    }
    flushedAt = System.nanoTime();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
