package org.ponens.app.stream;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Works on the elements of a stream with several threads and hands the results on in the order of
 * the stream, holding only a window of it: memory is bounded however long the stream. Source and
 * sink are called by the caller's thread only, so that they may share state.
 */
public final class OrderedPipeline {

  /** Deep formulas are walked recursively; their depth is bounded, and this is enough for it. */
  private static final long STACK_BYTES = 64L << 20;

  private static final int WINDOW_PER_THREAD = 32;

  private OrderedPipeline() {}

  /** Gives the elements one by one. */
  @FunctionalInterface
  public interface Source<T> {

    /**
     * The next element; empty if there is none. Where results are under way, it is asked again
     * after each of them: what they say may make it have more.
     */
    Optional<T> next() throws IOException;
  }

  /** Takes the results one by one. */
  @FunctionalInterface
  public interface Sink<R> {
    void accept(R result) throws IOException;
  }

  /**
   * Runs until the source has no element and no result is under way.
   *
   * @param threads that work; one works and waits in turn with the caller, so that it takes up one
   *     processor, and more leave the caller free to hand on results
   * @param work must not throw
   */
  public static <T, R> void run(int threads, Source<T> source, Function<T, R> work, Sink<R> sink)
      throws IOException, InterruptedException {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads, deepThreads())) {
      Queue<Future<R>> window = new ArrayDeque<>();
      int most = threads == 1 ? 1 : threads * WINDOW_PER_THREAD;
      try {
        while (true) {
          Optional<T> next = window.size() < most ? source.next() : Optional.empty();
          if (next.isPresent()) {
            T element = next.get();
            window.add(executor.submit(() -> work.apply(element)));
          } else if (window.isEmpty()) {
            return;
          } else {
            sink.accept(take(window));
          }
          // What is ready goes out at once: a reader at the other end need not wait for a window.
          while (!window.isEmpty() && window.element().isDone()) {
            sink.accept(take(window));
          }
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
      Thread thread = new Thread(null, task, "worker", STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }
}
