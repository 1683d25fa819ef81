package org.ponens.app.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ponens.generators.verify.LineReader;

/**
 * A file of verdicts that goes on where an earlier run was stopped, at whichever byte. Nothing of
 * what is there is changed: a line that was torn is completed, or the file is refused. For one
 * thread.
 */
final class VerdictFile implements BatchVerifier.Output, Closeable {

  /** No verdict is longer; a file that ends so is another. */
  private static final int LONGEST_TORN = 8 << 20;

  /** The file holds something else than this run would write. */
  static final class MismatchException extends IOException {

    private static final long serialVersionUID = 1L;

    MismatchException(Path file, long line, String what) {
      super(
          file
              + ":"
              + line
              + ": "
              + what
              + ", so that this run can't go on where another stopped; remove the file or name"
              + " another with --out");
    }
  }

  private final Path path;
  private final FileChannel channel;
  private final long complete;
  private final byte[] torn;
  private boolean began;

  private VerdictFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    long lines = 0;
    long end = 0;
    long position = 0;
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    while (channel.read(buffer.clear(), position) > 0) {
      for (int i = 0; i < buffer.position(); i++) {
        if (buffer.get(i) == '\n') {
          lines++;
          end = position + i + 1;
        }
      }
      position += buffer.position();
    }
    complete = lines;
    if (position - end > LONGEST_TORN) {
      throw new MismatchException(path, lines + 1, "this is no verdict");
    }
    torn = new byte[(int) (position - end)];
    ByteBuffer rest = ByteBuffer.wrap(torn);
    while (rest.hasRemaining() && channel.read(rest, end + rest.position()) > 0) {
      // Until all of it is read.
    }
    channel.position(position);
  }

  /** Opens a file, or makes it. */
  static VerdictFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      return new VerdictFile(path, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** How many whole lines were there. */
  @Override
  public long complete() {
    return complete;
  }

  /** The lines that were there. */
  @Override
  public LineReader earlier() throws IOException {
    return new LineReader(Channels.newInputStream(FileChannel.open(path)));
  }

  /** That a line that was there is none of this run. */
  @Override
  public MismatchException mismatch(long line, String what) {
    return new MismatchException(path, line, what);
  }

  /**
   * Adds lines, each with its end.
   *
   * @throws MismatchException if what was torn is not how they begin
   */
  @Override
  public void write(String text) throws IOException {
    byte[] lines = text.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    if (!began && lines.length > 0) {
      began = true;
      from = torn.length;
      if (from > lines.length || !Arrays.equals(torn, 0, from, lines, 0, from)) {
        throw mismatch(complete + 1, "this is not how the verdict begins");
      }
    }
    ByteBuffer rest = ByteBuffer.wrap(lines, from, lines.length - from);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /**
   * Says that there are no more lines, and waits until all are on the disk.
   *
   * @throws MismatchException if something torn is left
   */
  void end() throws IOException {
    if (!began && torn.length > 0) {
      throw mismatch(complete + 1, "there is no response for this verdict");
    }
    if (Files.isRegularFile(path)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
