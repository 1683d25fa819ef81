package org.ponens.app.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.app.stream.OrderedPipeline;
import org.ponens.app.stream.Progress;
import org.ponens.generators.Families;
import org.ponens.generators.verify.LineReader;
import org.ponens.generators.verify.Response;
import org.ponens.generators.verify.ResponseReader;
import org.ponens.generators.verify.Verifications;

/** Judges the responses of a stream, several at a time, in its order. */
final class BatchVerifier {

  /** Single responses are too little work to hand to a thread. */
  private static final int BATCH_LINES = 64;

  private static final long BATCH_BYTES = 256 << 10;
  private static final long BYTES_UNDER_WAY = 64 << 20;

  /** Of the verdicts of an earlier run, so many at both ends are made again, to compare them. */
  private static final int COMPARED = 8;

  private final Verifications verifications;
  private final Families families;
  private final int threads;
  private final Output output;

  /** Where the verdicts go. */
  interface Output {

    /** How many lines an earlier run has written. */
    long complete();

    /** The lines of an earlier run. */
    LineReader earlier() throws IOException;

    /** Refuses to go on. */
    IOException mismatch(long line, String what);

    /** Takes lines, each with its end. */
    void write(String lines) throws IOException;
  }

  BatchVerifier(Verifications verifications, Families families, int threads, Output output) {
    this.verifications = verifications;
    this.families = families;
    this.threads = threads;
    this.output = output;
  }

  /** A response, its number from 0, and the verdict that an earlier run wrote. */
  private record Item(long number, LineReader.Line response, Optional<String> earlier) {}

  private record Batch(List<Item> items, long bytes) {}

  /** What came of a batch: lines for the output, and for the tally; or why the run ends. */
  private record Results(
      long bytes, String lines, List<Counted> counted, @Nullable IOException failure) {}

  private record Counted(VerdictLine line, Optional<VerdictTally.About> about) {}

  /** Judges all responses. */
  VerdictTally run(LineReader responses, Progress progress)
      throws IOException, InterruptedException {
    VerdictTally tally = new VerdictTally();
    try (LineReader earlier = output.earlier()) {
      Source source = new Source(responses, earlier);
      OrderedPipeline.run(
          threads,
          source::next,
          this::judge,
          results -> {
            if (results.failure() != null) {
              throw results.failure();
            }
            source.done(results.bytes());
            output.write(results.lines());
            results.counted().forEach(counted -> tally.add(counted.line(), counted.about()));
            progress.step(results.counted().size());
          });
      if (source.number < output.complete()) {
        throw output.mismatch(source.number + 1, "there is no response for this verdict");
      }
    }
    return tally;
  }

  /** Makes batches of what is there to read. */
  private final class Source {

    private final LineReader responses;
    private final LineReader earlier;
    private long number;
    private long underWay;

    Source(LineReader responses, LineReader earlier) {
      this.responses = responses;
      this.earlier = earlier;
    }

    Optional<Batch> next() throws IOException {
      if (underWay > BYTES_UNDER_WAY) {
        return Optional.empty();
      }
      List<Item> items = new ArrayList<>();
      long bytes = 0;
      do {
        Optional<LineReader.Line> line = responses.next();
        if (line.isEmpty()) {
          break;
        }
        if (!line.get().isBlank()) {
          items.add(new Item(number, line.get(), earlierLine()));
          bytes += line.get().end() - line.get().offset();
          number++;
        }
      } while (items.isEmpty()
          || (items.size() < BATCH_LINES && bytes < BATCH_BYTES && responses.hasBuffered()));
      underWay += bytes;
      return items.isEmpty() ? Optional.empty() : Optional.of(new Batch(items, bytes));
    }

    private Optional<String> earlierLine() throws IOException {
      return number < output.complete()
          ? Optional.of(earlier.next().flatMap(LineReader.Line::text).orElse(""))
          : Optional.empty();
    }

    void done(long bytes) {
      underWay -= bytes;
    }
  }

  private Results judge(Batch batch) {
    StringBuilder lines = new StringBuilder(160 * batch.items().size());
    List<Counted> counted = new ArrayList<>(batch.items().size());
    try {
      for (Item item : batch.items()) {
        Response response = ResponseReader.read(item.response());
        counted.add(
            item.earlier().isPresent()
                ? compare(item, item.earlier().get(), response)
                : judge(response, lines));
      }
    } catch (IOException e) {
      return new Results(batch.bytes(), "", List.of(), e);
    } catch (UncheckedIOException e) {
      return new Results(batch.bytes(), "", List.of(), new IOException(e.getMessage(), e));
    }
    return new Results(batch.bytes(), lines.toString(), counted, null);
  }

  private Counted judge(Response response, StringBuilder lines) {
    Verifications.Result result = verifications.judge(response);
    VerdictLine line = VerdictLine.of(result);
    lines.append(line.write()).append('\n');
    return new Counted(line, result.task().map(task -> VerdictTally.About.of(task, families)));
  }

  private Counted compare(Item item, String earlier, Response response) throws IOException {
    long lineNumber = item.number() + 1;
    Optional<VerdictLine> verdict = VerdictLine.read(earlier);
    if (verdict.isEmpty()) {
      throw output.mismatch(lineNumber, "this is no verdict");
    }
    if (!verdict.get().id().equals(response.id())) {
      throw output.mismatch(
          lineNumber, "this is the verdict of another response than '" + response.id() + "'");
    }
    if (item.number() < COMPARED || item.number() >= output.complete() - COMPARED) {
      VerdictLine again = VerdictLine.of(verifications.judge(response));
      if (!again.equals(verdict.get())) {
        throw output.mismatch(lineNumber, "this run gives another verdict");
      }
    }
    return new Counted(
        verdict.get(),
        verifications.task(response).map(task -> VerdictTally.About.of(task, families)));
  }
}
