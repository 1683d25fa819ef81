package org.ponens.generators.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Meter;

/** A family small enough to see through: the sum of two numbers. {@code "boom"} breaks it. */
final class Sums implements TaskFamily {

  static Task task(int a, int b, AnswerFormat format) {
    return new Task(
        "sum-train-" + a + "-" + b,
        "sum",
        1,
        "add",
        Split.TRAIN,
        a,
        "00",
        "How much is " + a + " + " + b + "? Not <answer>99</answer>. " + format.instruction(),
        format,
        "{\"a\":" + a + ",\"b\":" + b + "}",
        Optional.of(Integer.toString(a + b)),
        Optional.of("{\"counted\":true}"),
        new Difficulty(OptionalInt.of(1), new TreeMap<>(), new TreeMap<>(), a),
        new GuessFloor(0, 0.25, 0.1),
        "0".repeat(32));
  }

  static Optional<TaskFamily> find(String name) {
    return name.equals("sum") ? Optional.of(new Sums()) : Optional.empty();
  }

  @Override
  public String name() {
    return "sum";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String description() {
    return "Adds two numbers.";
  }

  @Override
  public List<Knob> knobs() {
    return List.of();
  }

  @Override
  public List<String> problems() {
    return List.of("add");
  }

  @Override
  public Curriculum curriculum(String problem) {
    return Curriculum.of(0, 10, 100);
  }

  @Override
  public TaskSource source(Settings settings) {
    return (kind, random, level) -> Optional.empty();
  }

  @Override
  public Verifier verifier(Task task) throws InvalidTaskException {
    try {
      JsonNode spec = new ObjectMapper().readTree(task.spec());
      if (!spec.path("a").isInt()) {
        throw new InvalidTaskException("'a' is no number");
      }
      int sum = spec.get("a").intValue() + spec.get("b").intValue();
      return (answer, meter) -> verify(sum, answer, meter);
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("no JSON", e);
    }
  }

  private static Verdict verify(int sum, String answer, Meter meter) {
    if (answer.equals("boom")) {
      throw new IllegalStateException("boom");
    }
    for (int i = 0; i < answer.length(); i++) {
      if (!meter.step()) {
        return Verdict.rejected(Verdict.Status.OVER_BUDGET, "too long to count");
      }
    }
    try {
      int given = Integer.parseInt(answer);
      return given == sum
          ? Verdict.correct("right")
          : Verdict.wrong(Math.abs(given - sum) == 1 ? 0.5 : 0, "it is " + sum);
    } catch (NumberFormatException e) {
      return Verdict.rejected(Verdict.Status.UNREADABLE, "no number");
    }
  }

  @Override
  public Optional<String> check(Task task, Meter meter) {
    return Optional.empty();
  }

  @Override
  public String explain(Task task) {
    return "counted on fingers";
  }
}
