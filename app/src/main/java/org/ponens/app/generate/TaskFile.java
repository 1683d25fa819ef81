package org.ponens.app.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of lines that only grows. What a killed run left of its last line is cut off when it is
 * opened. Written in large pieces, at least every second. For one thread, and locked against other
 * processes.
 */
final class TaskFile implements LineSink {

  private static final int BUFFER = 1 << 20;
  private static final long FLUSH_NANOS = 1_000_000_000L;

  /** Lines that come this seldom are written at once: the next may be long in coming. */
  private static final long SELDOM_NANOS = 50_000_000L;

  private final FileChannel channel;
  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long bytes;
  private long flushedAt = System.nanoTime();
  private long appendedAt = flushedAt;

  /** Takes the lines that are there. */
  @FunctionalInterface
  interface Reader {

    /**
     * Takes a line, without its end.
     *
     * @param number from 1
     */
    void line(long number, byte[] line) throws IOException;
  }

  private TaskFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens or creates a file, reads what is there, and goes on behind it. */
  static TaskFile open(Path path, Reader reader) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, path);
      TaskFile file = new TaskFile(channel);
      file.read(reader);
      channel.truncate(file.bytes);
      channel.position(file.bytes);
      return file;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path path) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new IOException(path + ": another run is writing it");
    }
  }

  private void read(Reader reader) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
    byte[] piece = new byte[1 << 16];
    long number = 0;
    for (int read = fill(piece); read > 0; read = fill(piece)) {
      int from = 0;
      for (int i = 0; i < read; i++) {
        if (piece[i] == '\n') {
          line.write(piece, from, i - from);
          byte[] whole = line.toByteArray();
          line.reset();
          from = i + 1;
          reader.line(++number, whole);
          digest.update(whole);
          digest.update((byte) '\n');
          bytes += whole.length + 1;
        }
      }
      line.write(piece, from, read - from);
    }
  }

  private int fill(byte[] piece) throws IOException {
    return channel.read(ByteBuffer.wrap(piece));
  }

  /** Appends a line. */
  @Override
  public void line(byte[] line) throws IOException {
    digest.update(line);
    digest.update((byte) '\n');
    bytes += line.length + 1;
    if (buffer.remaining() <= line.length) {
      flush();
    }
    if (buffer.remaining() <= line.length) {
      write(ByteBuffer.wrap(line));
    } else {
      buffer.put(line);
    }
    buffer.put((byte) '\n');
    long now = System.nanoTime();
    if (now - flushedAt > FLUSH_NANOS || now - appendedAt > SELDOM_NANOS) {
      flush();
    }
    appendedAt = now;
  }

  /** Writes what is left. */
  void flush() throws IOException {
    buffer.flip();
    write(buffer);
    buffer.clear();
    flushedAt = System.nanoTime();
  }

  private void write(ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      channel.write(piece);
    }
  }

  /** Bytes of the lines so far. */
  long bytes() {
    return bytes;
  }

  /** The SHA-256 of the lines so far, in hexadecimal. */
  String sha256Hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("SHA-256 of the platform can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Writes what is left, down to the disk: no claim about the file may outlive its bytes. */
  void force() throws IOException {
    flush();
    channel.force(true);
  }

  /** Writes what is left. */
  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
