package org.ponens.generators.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;

/**
 * Where the tasks of some files are, by their ids. Holds 16 to 32 bytes for a task and reads the
 * task itself when it is asked for. For any number of threads, once it is made.
 */
public final class TaskIndex implements Closeable {

  private static final JsonFactory JSON = new JsonFactory();

  /** A place is a file's number above these bits, and a byte's offset in it plus 1. */
  private static final int OFFSET_BITS = 48;

  private static final int FIRST_READ = 8 << 10;

  private final List<Path> files = new ArrayList<>();
  private final List<FileChannel> channels = new ArrayList<>();
  private final TaskReader reader;
  private long[] hashes = new long[1 << 10];
  private long[] places = new long[1 << 10];
  private int size;

  /** Reads a task from a line. */
  @FunctionalInterface
  public interface TaskReader {

    /** Reads a task, in whatever layout the line has. */
    Task read(String line) throws InvalidTaskException;
  }

  private TaskIndex(TaskReader reader) {
    this.reader = reader;
  }

  /**
   * Reads through files once. Blank lines are skipped.
   *
   * @throws InvalidTaskException if a line is no task, or two different tasks have the same id; the
   *     message names the file and line
   */
  public static TaskIndex of(List<Path> files, TaskReader reader)
      throws IOException, InvalidTaskException {
    TaskIndex index = new TaskIndex(reader);
    try {
      for (Path file : files) {
        index.add(file);
      }
      return index;
    } catch (IOException | InvalidTaskException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private void add(Path file) throws IOException, InvalidTaskException {
    int fileNumber = files.size();
    files.add(file);
    channels.add(FileChannel.open(file));
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        LineReader.Line line = next.get();
        if (!line.isBlank()) {
          try {
            add(line, fileNumber);
          } catch (InvalidTaskException e) {
            throw new InvalidTaskException(file + ":" + line.number() + ": " + e.getMessage(), e);
          }
        }
      }
    }
  }

  private void add(LineReader.Line line, int fileNumber) throws IOException, InvalidTaskException {
    String text = line.text().orElseThrow(() -> new InvalidTaskException("the line is too long"));
    Optional<String> quick = quickId(text);
    String id = quick.isPresent() ? quick.get() : reader.read(text).id();
    long hash = hash(id);
    int slot = slot(hash);
    while (places[slot] != 0) {
      if (hashes[slot] == hash) {
        String other = read(places[slot]);
        if (reader.read(other).id().equals(id)) {
          if (other.equals(text)) {
            return;
          }
          throw new InvalidTaskException(
              "another task of " + files.get(file(places[slot])) + " has the id '" + id + "' too");
        }
      }
      slot = (slot + 1) & (places.length - 1);
    }
    put(slot, hash, ((long) fileNumber << OFFSET_BITS) | (line.offset() + 1));
  }

  private void put(int slot, long hash, long place) {
    hashes[slot] = hash;
    places[slot] = place;
    size++;
    if (size > places.length / 2) {
      long[] oldHashes = hashes;
      long[] oldPlaces = places;
      hashes = new long[2 * oldHashes.length];
      places = new long[2 * oldPlaces.length];
      for (int i = 0; i < oldPlaces.length; i++) {
        if (oldPlaces[i] != 0) {
          int free = slot(oldHashes[i]);
          while (places[free] != 0) {
            free = (free + 1) & (places.length - 1);
          }
          hashes[free] = oldHashes[i];
          places[free] = oldPlaces[i];
        }
      }
    }
  }

  /** How many tasks there are. */
  public int size() {
    return size;
  }

  /**
   * Reads a task.
   *
   * @return empty if none has this id
   */
  public Optional<Task> find(String id) throws IOException, InvalidTaskException {
    long hash = hash(id);
    for (int slot = slot(hash); places[slot] != 0; slot = (slot + 1) & (places.length - 1)) {
      if (hashes[slot] == hash) {
        Task task = reader.read(read(places[slot]));
        if (task.id().equals(id)) {
          return Optional.of(task);
        }
      }
    }
    return Optional.empty();
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (places.length - 1);
  }

  private static int file(long place) {
    return (int) (place >>> OFFSET_BITS);
  }

  private String read(long place) throws IOException {
    FileChannel channel = channels.get(file(place));
    long offset = (place & ((1L << OFFSET_BITS) - 1)) - 1;
    byte[] bytes = new byte[FIRST_READ];
    int length = 0;
    while (true) {
      int read =
          channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length), offset + length);
      for (int i = length; i < length + read; i++) {
        if (bytes[i] == '\n') {
          return line(bytes, i, offset);
        }
      }
      if (read < 0) {
        return line(bytes, length, offset);
      }
      length += read;
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
    }
  }

  private static String line(byte[] bytes, int length, long offset) {
    return LineReader.text(bytes, 0, length, offset);
  }

  /**
   * The id of a task as {@link org.ponens.generators.task.TaskJson} writes it, by its first two
   * members; the rest of the line is read when the task is needed.
   */
  private static Optional<String> quickId(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() == JsonToken.START_OBJECT && "id".equals(json.nextFieldName())) {
        String id = json.nextTextValue();
        if (id != null && "family".equals(json.nextFieldName())) {
          return Optional.of(id);
        }
      }
    } catch (IOException e) {
      // No JSON: the reader says so better.
    }
    return Optional.empty();
  }

  /** FNV-1a (Fowler, Noll and Vo) over the UTF-8, finished by mixing. */
  private static long hash(String id) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
  }
}
