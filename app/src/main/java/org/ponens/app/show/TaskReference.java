package org.ponens.app.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.verify.LineReader;
import org.ponens.generators.verify.TaskIndex;

/**
 * One task of a file, as users name it: {@code FILE}, its first; {@code FILE:7}, that of its
 * seventh line; {@code FILE:ID}.
 *
 * @param which a line's number or an id; empty for the first
 */
record TaskReference(Path file, Optional<String> which) {

  static TaskReference of(String text) throws NoSuchFileException {
    Path whole = Path.of(text);
    if (Files.isRegularFile(whole)) {
      return new TaskReference(whole, Optional.empty());
    }
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || !Files.isRegularFile(Path.of(text.substring(0, colon)))) {
      throw new NoSuchFileException(colon <= 0 ? text : text.substring(0, colon));
    }
    return new TaskReference(
        Path.of(text.substring(0, colon)), Optional.of(text.substring(colon + 1)));
  }

  /**
   * Reads the task.
   *
   * @throws InvalidTaskException if there is none, or the line holds none
   */
  Task read(TaskIndex.TaskReader reader) throws IOException, InvalidTaskException {
    boolean byNumber = which.map(TaskReference::isNumber).orElse(false);
    Predicate<LineReader.Line> wanted =
        line -> !byNumber || Long.toString(line.number()).equals(which.orElseThrow());
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        LineReader.Line line = next.get();
        if (line.isBlank() || !wanted.test(line)) {
          continue;
        }
        Optional<Task> task = read(line, reader, which.isEmpty() || byNumber);
        if (task.isPresent()
            && (which.isEmpty() || byNumber || task.get().id().equals(which.get()))) {
          return task.get();
        }
      }
    }
    throw new InvalidTaskException(
        file
            + ": "
            + which
                .map(name -> byNumber ? "no task in line " + name : "no task has the id " + name)
                .orElse("no task is in this file"));
  }

  /** Lines that hold no task matter only if they are asked for. */
  private Optional<Task> read(LineReader.Line line, TaskIndex.TaskReader reader, boolean asked)
      throws InvalidTaskException {
    if (!asked && !line.text().orElse("").contains(which.orElse(""))) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(line.text().orElse("")));
    } catch (InvalidTaskException e) {
      if (asked) {
        throw new InvalidTaskException(file + ":" + line.number() + ": " + e.getMessage(), e);
      }
      return Optional.empty();
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
