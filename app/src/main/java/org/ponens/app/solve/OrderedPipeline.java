package org.ponens.app.solve;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Works on the elements of a stream with several threads and hands the results on in the order of
 * the stream, holding only a window of it: memory is bounded however long the stream.
 */
final class OrderedPipeline {

  /** Deep formulas are walked recursively; their depth is bounded, and this is enough for it. */
  private static final long STACK_BYTES = 64L << 20;

  private static final int WINDOW_PER_THREAD = 32;

  private OrderedPipeline() {}

  /** Gives the elements one by one, {@code null} at the end. */
  @FunctionalInterface
  interface Source<T> {
    java.util.Optional<T> next() throws IOException;
  }

  /** Takes the results one by one. */
  @FunctionalInterface
  interface Sink<R> {
    void accept(R result) throws IOException;
  }

  /**
   * Runs until the source ends.
   *
   * @param work must not throw
   */
  static <T, R> void run(int threads, Source<T> source, Function<T, R> work, Sink<R> sink)
      throws IOException, InterruptedException {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads, deepThreads())) {
      Queue<Future<R>> window = new ArrayDeque<>();
      try {
        for (var next = source.next(); next.isPresent(); next = source.next()) {
          T element = next.get();
          window.add(executor.submit(() -> work.apply(element)));
          if (window.size() >= threads * WINDOW_PER_THREAD) {
            sink.accept(take(window));
          }
        }
        while (!window.isEmpty()) {
          sink.accept(take(window));
        }
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static <R> R take(Queue<Future<R>> window) throws InterruptedException {
    try {
      return window.remove().get();
    } catch (ExecutionException e) {
      throw new AssertionError("work on an element must not throw", e.getCause());
    }
  }

  private static ThreadFactory deepThreads() {
    return task -> {
      Thread thread = new Thread(null, task, "solver", STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }
}
