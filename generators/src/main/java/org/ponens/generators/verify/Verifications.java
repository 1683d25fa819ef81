package org.ponens.generators.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.Verdict;

/**
 * Judges responses to any of many tasks. Keeps the tasks that were used last ready, as a task often
 * has several responses, and in some order. For any number of threads.
 */
public final class Verifications {

  private static final int MOST_KEPT = 2048;

  /** In UTF-16 code units of prompts and specs; what a verifier makes of them grows with them. */
  private static final long MOST_KEPT_TEXT = 8 << 20;

  private final Optional<TaskIndex> index;
  private final Function<String, Optional<TaskFamily>> families;
  private final long steps;
  private final boolean partial;
  private final Map<String, Prepared> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long keptText;

  /** A task that can be judged, or why it can't. */
  private sealed interface Prepared {
    record Ready(Verification verification) implements Prepared {}

    record Broken(Optional<Task> task, String reason) implements Prepared {}
  }

  /**
   * A judgement and what it is about.
   *
   * @param task empty where no task is known
   */
  public record Result(String id, Judgement judgement, Optional<Task> task) {}

  /**
   * Judges responses.
   *
   * @param index of the tasks; what a record says itself about its task counts only if it is not
   *     among these
   * @param steps see {@link Verification#of}
   * @param partial whether a wrong answer that is near scores, see {@link
   *     Verdict#withPartialCredit}
   */
  public Verifications(
      Optional<TaskIndex> index,
      Function<String, Optional<TaskFamily>> families,
      long steps,
      boolean partial) {
    this.index = index;
    this.families = families;
    this.steps = steps;
    this.partial = partial;
  }

  /**
   * Judges a response.
   *
   * @throws UncheckedIOException if the task can't be read again from its file
   */
  public Result judge(Response response) {
    return switch (response) {
      case Response.Malformed(var id, var reason) ->
          new Result(
              id, new Judgement.NotJudged(Judgement.Cause.MALFORMED, reason), task(response));
      case Response.Given given -> {
        Optional<Prepared> prepared = prepared(given);
        yield prepared.isEmpty() ? unknown(given.id()) : judge(given, prepared.get());
      }
    };
  }

  /** The task that a response is for, if it is known. */
  public Optional<Task> task(Response response) {
    return switch (response) {
      case Response.Malformed malformed -> indexed(malformed.id()).flatMap(Verifications::task);
      case Response.Given given -> prepared(given).flatMap(Verifications::task);
    };
  }

  private static Optional<Task> task(Prepared prepared) {
    return switch (prepared) {
      case Prepared.Ready(var verification) -> Optional.of(verification.task());
      case Prepared.Broken(var task, var reason) -> task;
    };
  }

  private Result judge(Response.Given given, Prepared prepared) {
    return switch (prepared) {
      case Prepared.Broken(var task, var reason) ->
          new Result(
              given.id(), new Judgement.NotJudged(Judgement.Cause.INVALID_TASK, reason), task);
      case Prepared.Ready(var verification) ->
          new Result(
              given.id(),
              credited(
                  given.withPrompt()
                      ? verification.judgeBehindPrompt(given.text())
                      : verification.judge(given.text())),
              Optional.of(verification.task()));
    };
  }

  private Judgement credited(Judgement judgement) {
    return partial && judgement instanceof Judgement.Judged(var verdict)
        ? new Judgement.Judged(verdict.withPartialCredit())
        : judgement;
  }

  private Result unknown(String id) {
    String reason =
        index.isEmpty()
            ? "the record holds no task, and no file of tasks was given"
            : "no task has this id";
    return new Result(
        id, new Judgement.NotJudged(Judgement.Cause.UNKNOWN_TASK, reason), Optional.empty());
  }

  private Optional<Prepared> prepared(Response.Given given) {
    Optional<Prepared> indexed = indexed(given.id());
    return indexed.isPresent() || given.task().isEmpty()
        ? indexed
        : Optional.of(embedded(given.task().get()));
  }

  private Optional<Prepared> indexed(String id) {
    if (index.isEmpty()) {
      return Optional.empty();
    }
    Optional<Prepared> known = recall(id);
    if (known.isPresent()) {
      return known;
    }
    try {
      Optional<Task> task = index.get().find(id);
      if (task.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(keep(id, prepare(task.get())));
    } catch (InvalidTaskException e) {
      return Optional.of(keep(id, new Prepared.Broken(Optional.empty(), message(e))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Prepared embedded(Task task) {
    Optional<Prepared> known = recall(task.id());
    if (known.isPresent() && task(known.get()).equals(Optional.of(task))) {
      return known.get();
    }
    return keep(task.id(), prepare(task));
  }

  private Prepared prepare(Task task) {
    try {
      return new Prepared.Ready(Verification.of(task, families, steps));
    } catch (InvalidTaskException e) {
      return new Prepared.Broken(Optional.of(task), message(e));
    }
  }

  private static String message(InvalidTaskException e) {
    return "the task can't be used: " + e.getMessage();
  }

  private synchronized Optional<Prepared> recall(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  private synchronized Prepared keep(String id, Prepared prepared) {
    Prepared before = kept.put(id, prepared);
    keptText += size(prepared) - (before == null ? 0 : size(before));
    var oldest = kept.entrySet().iterator();
    while (kept.size() > MOST_KEPT || (keptText > MOST_KEPT_TEXT && kept.size() > 1)) {
      keptText -= size(oldest.next().getValue());
      oldest.remove();
    }
    return prepared;
  }

  private static long size(Prepared prepared) {
    return task(prepared).map(task -> task.prompt().length() + task.spec().length()).orElse(0);
  }
}
