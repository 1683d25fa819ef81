package org.ponens.generators.verify;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Budget;

/**
 * One task, ready to judge any number of responses. Total: any string gives a judgement, the same
 * one every time, in time bounded by the number of steps. Immutable, for any number of threads.
 */
public final class Verification {

  /** What judging one response may take where nobody says otherwise. */
  public static final long DEFAULT_STEPS = 200_000;

  /** Steps decide verdicts, never the clock. */
  private static final Duration UNTIMED = Duration.ofDays(365);

  private final Task task;
  private final Verifier verifier;
  private final Budget budget;

  private Verification(Task task, Verifier verifier, long steps) {
    this.task = task;
    this.verifier = verifier;
    this.budget = new Budget(UNTIMED, steps);
  }

  /**
   * Reads what a task's verifier needs.
   *
   * @param families finds a family by its name
   * @param steps that judging one response may take, as the family counts them
   * @throws InvalidTaskException if no such family is known, it is of another version, or the
   *     task's spec is none of its own
   */
  public static Verification of(
      Task task, Function<String, Optional<TaskFamily>> families, long steps)
      throws InvalidTaskException {
    Optional<TaskFamily> family = families.apply(task.family());
    if (family.isEmpty()) {
      throw new InvalidTaskException("no family is called '" + task.family() + "'");
    }
    if (family.get().version() != task.version()) {
      throw new InvalidTaskException(
          "the task is of version "
              + task.version()
              + " of family "
              + task.family()
              + "; this is version "
              + family.get().version());
    }
    return new Verification(task, verifier(family.get(), task), steps);
  }

  /** Task files come from people: a family that stumbles over one has not to end a run. */
  private static Verifier verifier(TaskFamily family, Task task) throws InvalidTaskException {
    try {
      return family.verifier(task);
    } catch (RuntimeException | StackOverflowError e) {
      throw new InvalidTaskException("the spec can't be read: " + e, e);
    }
  }

  /** The task. */
  public Task task() {
    return task;
  }

  /** Judges a response whole: finds the answer in it, and judges that. */
  public Judgement judge(String response) {
    return switch (Extraction.of(response, task.answerFormat(), task.prompt())) {
      case Extraction.Answer(var text) -> judgeAnswer(text);
      case Extraction.None(var reason) -> rejected(Verdict.Status.NO_ANSWER, reason);
      case Extraction.TooLong(var reason) -> rejected(Verdict.Status.UNREADABLE, reason);
    };
  }

  /** Judges a text that holds the prompt and then the response, as some trainers hand them out. */
  public Judgement judgeBehindPrompt(String text) {
    return Echo.behind(text, task.prompt())
        .map(this::judge)
        .orElseGet(
            () ->
                new Judgement.NotJudged(
                    Judgement.Cause.MALFORMED,
                    "the text does not hold the task's prompt, so that its response can't be told"
                        + " from it"));
  }

  /** Judges an answer without marks around it. */
  public Judgement judgeAnswer(String answer) {
    try {
      return new Judgement.Judged(verifier.verify(answer, budget.start()));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // A verifier is total; where one is not after all, a batch of millions goes on without it.
      return new Judgement.NotJudged(
          Judgement.Cause.FAILED, "the verifier broke off, a defect of Ponens: " + e);
    }
  }

  private static Judgement rejected(Verdict.Status status, String reason) {
    return new Judgement.Judged(Verdict.rejected(status, reason));
  }
}
