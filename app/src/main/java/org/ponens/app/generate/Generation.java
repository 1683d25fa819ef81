package org.ponens.app.generate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ponens.app.stream.OrderedPipeline;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemSeed;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskStream;

/**
 * Makes the tasks of a file, in the order of their indices. Which tasks these are does not depend
 * on threads or on runs before: of tasks that ask the same, the first in the order stays. For one
 * caller.
 */
final class Generation {

  private static final int MOST_PER_CHUNK = 64;
  private static final long CHUNK_NANOS = 2_000_000;
  private static final long BYTES_UNDER_WAY = 32L << 20;
  private static final int MOST_UNDER_WAY = 8192;

  /** A missed item is thousands of drafts, a duplicate one: so many vain items in a row end it. */
  private static final long MOST_VAIN = 10_000;

  private static final long VAIN_OF_A_MISS = 100;

  private final Order order;
  private final TaskStream stream;
  private final Census census;
  private final FingerprintSet keys = new FingerprintSet();
  private long next;
  private long underWay;
  private long vain;
  private long lineBytes;
  private long nanosPerItem = CHUNK_NANOS;
  private @Nullable String lastMiss;

  /** Watches the making. */
  @FunctionalInterface
  interface Watcher {

    /** So many tasks are there now. */
    void made(long tasks) throws IOException;
  }

  /** What came of an item. */
  private sealed interface Result {
    record Line(Fingerprint key, Census.Entry entry, ByteBuffer line) implements Result {}

    record Missed(String reason) implements Result {}
  }

  private record Chunk(long from, long to) {

    /** What of it is not before an index. */
    Stream<Chunk> behind(long index) {
      return to <= index ? Stream.empty() : Stream.of(new Chunk(Math.max(from, index), to));
    }

    /** The same in pieces for one thread each. */
    Stream<Chunk> cut() {
      return LongStream.iterate(from, at -> at < to, at -> at + MOST_PER_CHUNK)
          .mapToObj(at -> new Chunk(at, Math.min(to, at + MOST_PER_CHUNK)));
    }
  }

  private record Done(List<Result> results, long nanos) {}

  /**
   * What came of the items up to some place in the file, so that a later run need not make them
   * again only to count them.
   *
   * @param bytes of the file
   * @param next the index of the first item behind it
   * @param duplicates among the items before
   * @param missed among the items before
   * @param vain items since the last task, as they count
   */
  record Checkpoint(long bytes, long next, long duplicates, long missed, long vain) {

    static final Checkpoint START = new Checkpoint(0, 0, 0, 0, 0);
  }

  /** Where it is, when the file has so many bytes. */
  Checkpoint checkpoint(long bytes) {
    return new Checkpoint(bytes, next, census.duplicates(), census.missed(), vain);
  }

  Generation(Order order, TaskStream stream) {
    this.order = order;
    this.stream = stream;
    this.census = new Census(order.family());
    this.next = order.firstIndex();
  }

  Census census() {
    return census;
  }

  /** Whether there are as many tasks as were ordered. */
  boolean isComplete() {
    return order.isShard() ? next == order.endIndex() : census.tasks() == order.count();
  }

  /** Whether it ended because nothing new came any more. */
  boolean hasGivenUp() {
    return vain >= MOST_VAIN;
  }

  /** Why the last missed item was missed. */
  Optional<String> lastMiss() {
    return Optional.ofNullable(lastMiss);
  }

  /**
   * Takes over the lines of an earlier run, which are the first of the file, and finds out what
   * came of the items between them.
   */
  final class Resumption implements TaskFile.Reader {

    private final Checkpoint checkpoint;
    private final List<Chunk> gaps = new ArrayList<>();
    private long bytes;

    Resumption(Checkpoint checkpoint) {
      this.checkpoint = checkpoint;
    }

    @Override
    public void line(long number, byte[] line) throws IOException {
      Task task = read(number, line);
      if (task.index() < next || task.index() >= order.endIndex() || !isOurs(task)) {
        throw foreign(number);
      }
      if (!keys.add(task.duplicateKey())) {
        throw new IOException(order.describe(number) + " asks the same as one before it");
      }
      if (!order.isShard() && census.tasks() >= order.count()) {
        throw new IOException(
            order.describe(number) + ": there are more tasks than the --count of " + order.count());
      }
      if (task.index() > next) {
        gaps.add(new Chunk(next, task.index()));
      }
      census.add(census.entry(task));
      lineBytes += line.length;
      bytes += line.length + 1;
      next = task.index() + 1;
    }

    private Task read(long number, byte[] line) throws IOException {
      try {
        return Layout.readTask(new String(line, StandardCharsets.UTF_8));
      } catch (InvalidTaskException e) {
        throw new IOException(order.describe(number) + " is no task: " + e.getMessage(), e);
      }
    }

    private boolean isOurs(Task task) {
      ItemSeed seed =
          ItemSeed.of(
              order.family().name(),
              order.family().version(),
              order.seed(),
              order.split(),
              task.index());
      return task.seed().equals(seed.hex());
    }

    private IOException foreign(long number) {
      return new IOException(
          order.describe(number)
              + " was made with other settings, or is out of order; choose another --out or delete"
              + " the file");
    }

    /** Makes the items between the lines again, only to count which of them were missed. */
    void recount() throws IOException, InterruptedException {
      // A file that is shorter than when it was looked at last is counted anew.
      long known = bytes >= checkpoint.bytes() ? checkpoint.next() : 0;
      if (known > 0) {
        census.add(checkpoint.duplicates(), checkpoint.missed());
        vain = next <= known ? checkpoint.vain() : 0;
        next = Math.max(next, known);
      }
      Iterator<Chunk> chunks =
          gaps.stream().flatMap(gap -> gap.behind(known)).flatMap(Chunk::cut).iterator();
      if (!chunks.hasNext()) {
        return;
      }
      OrderedPipeline.<Chunk, Done>run(
          order.threads(),
          () -> chunks.hasNext() ? Optional.of(chunks.next()) : Optional.empty(),
          Generation.this::make,
          done -> {
            for (Result result : done.results()) {
              switch (result) {
                case Result.Missed missed -> census.addMissed();
                case Result.Line line when keys.contains(line.key()) -> census.addDuplicate();
                case Result.Line line ->
                    throw new IOException(
                        order.describe(1)
                            + " and those behind it lack a task of these settings; choose another"
                            + " --out or delete the file");
              }
            }
          });
    }
  }

  /**
   * Makes the tasks that are not there yet.
   *
   * @param watcher is called after each chunk
   */
  void run(LineSink sink, Watcher watcher) throws IOException, InterruptedException {
    OrderedPipeline.<Chunk, Done>run(
        order.threads(),
        this::chunk,
        this::make,
        done -> {
          nanosPerItem = (3 * nanosPerItem + done.nanos() / done.results().size()) / 4;
          underWay -= done.results().size();
          for (Result result : done.results()) {
            take(result, sink);
          }
          watcher.made(census.tasks());
        });
  }

  private boolean isOver() {
    return isComplete() || hasGivenUp();
  }

  private void take(Result result, LineSink sink) throws IOException {
    if (isOver()) {
      return;
    }
    next++;
    switch (result) {
      case Result.Missed missed -> {
        census.addMissed();
        vain += VAIN_OF_A_MISS;
        lastMiss = missed.reason();
      }
      case Result.Line line when keys.add(line.key()) -> {
        sink.line(line.line().array());
        lineBytes += line.line().capacity();
        census.add(line.entry());
        vain = 0;
      }
      case Result.Line line -> {
        census.addDuplicate();
        vain++;
      }
    }
  }

  /** The next items to make: no more than are surely needed, should none of them be in vain. */
  private Optional<Chunk> chunk() {
    long from = next + underWay;
    long wanted =
        order.isShard()
            ? order.endIndex() - from
            : Math.min(order.count() - census.tasks() - underWay, order.endIndex() - from);
    if (hasGivenUp() || wanted <= 0 || (underWay > 0 && underWay >= mostUnderWay())) {
      return Optional.empty();
    }
    long size = Math.max(1, Math.min(MOST_PER_CHUNK, CHUNK_NANOS / Math.max(1, nanosPerItem)));
    size = Math.min(size, Math.ceilDiv(wanted, order.threads()));
    underWay += size;
    return Optional.of(new Chunk(from, from + size));
  }

  /** Items that may be in memory at once: fewer of long lines. */
  private long mostUnderWay() {
    long bytesOfLine = lineBytes / Math.max(1, census.tasks()) + 1;
    return Math.clamp(BYTES_UNDER_WAY / bytesOfLine, 4L * order.threads(), MOST_UNDER_WAY);
  }

  private Done make(Chunk chunk) {
    long start = System.nanoTime();
    List<Result> results = LongStream.range(chunk.from(), chunk.to()).mapToObj(this::make).toList();
    return new Done(results, System.nanoTime() - start);
  }

  private Result make(long index) {
    return switch (stream.item(index)) {
      case TaskStream.Item.Missed(long i, String reason) -> new Result.Missed(reason);
      case TaskStream.Item.Made(Task task, Fingerprint key) -> {
        Task written = order.withReference() ? task : task.withoutReference();
        byte[] line = order.layout().write(written).getBytes(StandardCharsets.UTF_8);
        yield new Result.Line(key, census.entry(task), ByteBuffer.wrap(line));
      }
    };
  }
}
