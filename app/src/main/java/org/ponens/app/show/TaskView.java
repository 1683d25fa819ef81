package org.ponens.app.show;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ponens.app.terminal.Plain;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;

/** A task in words. */
final class TaskView {

  private final Task task;
  private final Function<String, Optional<TaskFamily>> families;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  TaskView(Task task, Function<String, Optional<TaskFamily>> families, boolean colour) {
    this.task = task;
    this.families = families;
    this.colour = colour;
  }

  /** The prompt, the answer, why it is right, and how hard the task is. */
  String print() {
    out.append(bold(Plain.text(task.id()))).append('\n');
    out.append(task.family())
        .append('/')
        .append(task.problem())
        .append(", version ")
        .append(task.version())
        .append(", item ")
        .append(task.index())
        .append(" of ")
        .append(task.split().label())
        .append('\n');
    section("Prompt", task.prompt());
    section("Answer", task.reference().orElse("(left out of this file)"));
    if (task.reference().isPresent()) {
      out.append(checked(task.reference().get())).append('\n');
      section("Why it is right", explanation());
    }
    section("Difficulty", difficulty(task.difficulty()));
    section("Guesses are right", guesses(task.guessFloor()));
    return out.toString();
  }

  private void section(String title, String text) {
    out.append('\n').append(bold(title)).append('\n');
    String body = Plain.text(text).stripTrailing();
    body.lines().forEach(line -> out.append(line.isEmpty() ? "" : "  " + line).append('\n'));
  }

  private String bold(String text) {
    return colour ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /** The verifier's word on the reference answer, just now. */
  private String checked(String reference) {
    try {
      Judgement judgement =
          Verification.of(task, families, Verification.DEFAULT_STEPS).judgeAnswer(reference);
      return "  -> " + judgement.status() + ": " + Plain.text(judgement.reason());
    } catch (InvalidTaskException e) {
      return "  -> can't be verified: " + Plain.text(String.valueOf(e.getMessage()));
    }
  }

  private String explanation() {
    Optional<TaskFamily> family = families.apply(task.family());
    if (task.certificate().isEmpty()) {
      return "(the certificate was left out of this file)";
    }
    if (family.isEmpty()) {
      return task.certificate().get();
    }
    try {
      return family.get().explain(task);
    } catch (InvalidTaskException e) {
      return "The certificate can't be explained: " + e.getMessage();
    }
  }

  private static String difficulty(Difficulty difficulty) {
    StringBuilder text = new StringBuilder("hardness ").append(number(difficulty.hardness()));
    if (difficulty.level().isPresent()) {
      text.append(", of level ").append(difficulty.level().getAsInt());
    }
    if (!difficulty.knobs().isEmpty()) {
      text.append("\nasked for: ")
          .append(
              difficulty.knobs().entrySet().stream()
                  .map(knob -> knob.getKey() + " " + knob.getValue())
                  .collect(Collectors.joining(", ")));
    }
    if (!difficulty.measured().isEmpty()) {
      text.append("\nmeasured: ")
          .append(
              difficulty.measured().entrySet().stream()
                  .map((Map.Entry<String, Double> m) -> m.getKey() + " " + number(m.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private static String guesses(GuessFloor floor) {
    return "always the same answer: "
        + percent(floor.constant())
        + ", the most frequent: "
        + percent(floor.majority())
        + ", at random: "
        + percent(floor.random());
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** Tiny chances are told from none. */
  private static String percent(double share) {
    return share > 0 && share < 0.0005
        ? "under 0.1 %"
        : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
