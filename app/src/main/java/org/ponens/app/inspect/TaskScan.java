package org.ponens.app.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ponens.app.stream.OrderedPipeline;
import org.ponens.app.stream.Progress;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.LineReader;
import org.ponens.generators.verify.Verification;
import org.ponens.solvers.Budget;

/** Reads through files of tasks with several threads, and tells about each line in their order. */
final class TaskScan {

  private static final int BATCH_LINES = 64;
  private static final long BATCH_BYTES = 1 << 20;

  /** What checking one certificate may take. */
  private static final Budget CHECK = new Budget(Duration.ofMinutes(1), 2_000_000);

  private final Families families;
  private final int threads;
  private final boolean recheck;

  /** What is in a line: a task, or the reason why there is none. */
  record Found(int place, Optional<Facts> facts, String reason) {}

  /** Lines of several files as numbers, in the files' order. */
  static final class Places {

    private final List<Path> files = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    /** A place in words: {@code train.jsonl:7}. */
    String name(int place) {
      int file = files.size() - 1;
      while (starts.get(file) > place) {
        file--;
      }
      return files.get(file).getFileName() + ":" + (place - starts.get(file) + 1);
    }
  }

  private record Line(int place, Optional<String> text) {}

  TaskScan(Families families, int threads, boolean recheck) {
    this.families = families;
    this.threads = threads;
    this.recheck = recheck;
  }

  /** Tells of all lines that are not blank; returns how to name their places. */
  Places run(List<Path> files, Consumer<Found> found) throws IOException, InterruptedException {
    Places places = new Places();
    int start = 0;
    for (Path file : files) {
      places.files.add(file);
      places.starts.add(start);
      start += run(file, start, found);
    }
    return places;
  }

  private int run(Path file, int start, Consumer<Found> found)
      throws IOException, InterruptedException {
    int[] lines = new int[1];
    try (LineReader reader = new LineReader(Files.newInputStream(file));
        Progress progress = Progress.on(file.getFileName().toString())) {
      OrderedPipeline.run(
          threads,
          () -> batch(reader, start, lines),
          this::look,
          results -> {
            results.forEach(found);
            progress.step(results.size());
          });
    }
    return lines[0];
  }

  private static Optional<List<Line>> batch(LineReader reader, int start, int[] lines)
      throws IOException {
    List<Line> batch = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES) {
      Optional<LineReader.Line> next = reader.next();
      if (next.isEmpty()) {
        break;
      }
      LineReader.Line line = next.get();
      lines[0] = Math.toIntExact(line.number());
      bytes += line.end() - line.offset();
      if (!line.isBlank()) {
        batch.add(new Line(Math.addExact(start, lines[0] - 1), line.text()));
      }
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(batch);
  }

  private List<Found> look(List<Line> batch) {
    return batch.stream().map(this::look).toList();
  }

  private Found look(Line line) {
    if (line.text().isEmpty()) {
      return new Found(line.place(), Optional.empty(), "the line is too long");
    }
    try {
      Task task = Layout.readTask(line.text().get());
      Optional<String> defect = recheck ? defect(task) : Optional.empty();
      return new Found(line.place(), Optional.of(Facts.of(task, level(task), defect)), "");
    } catch (InvalidTaskException e) {
      return new Found(line.place(), Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private OptionalInt level(Task task) {
    return families
        .find(task.family())
        .map(family -> family.levelOf(task))
        .orElse(task.difficulty().level());
  }

  /** What is wrong with the task, as far as its own family can tell. */
  private Optional<String> defect(Task task) {
    try {
      Verification verification = Verification.of(task, families::find, Verification.DEFAULT_STEPS);
      if (task.reference().isEmpty()) {
        return Optional.of("there is no reference answer to check");
      }
      String reference = task.reference().get();
      Judgement judgement = verification.judgeAnswer(reference);
      if (!judgement.correct()) {
        return Optional.of("the reference answer is " + words(judgement));
      }
      Judgement marked = verification.judge(task.answerFormat().mark(reference));
      if (!marked.correct()) {
        return Optional.of("the reference answer, marked as one, is " + words(marked));
      }
      if (task.certificate().isPresent()) {
        TaskFamily family = families.find(task.family()).orElseThrow();
        return family
            .check(task, CHECK.start())
            .map(fault -> "the certificate does not show the reference: " + fault);
      }
      return Optional.empty();
    } catch (InvalidTaskException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Optional.of("the certificate can't be read: " + e);
    }
  }

  private static String words(Judgement judgement) {
    return judgement.status() + ": " + judgement.reason();
  }
}
