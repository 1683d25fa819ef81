package org.ponens.app.generate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Meter;

/**
 * A family that is small enough to see through: two numbers to add or to multiply. The order of the
 * numbers makes no other task.
 */
public final class Sums implements TaskFamily {

  private static final double[] BOUNDS = {0, 10, 100, 1000, 10_000};

  @Override
  public String name() {
    return "sums";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String description() {
    return "Two numbers to add or to multiply.";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob.Choice("problem", "What to do", List.of("add", "multiply"), List.of("add")),
        new Knob.Whole("size", "The largest number", 1, 1_000_000_000, 100, 100));
  }

  @Override
  public List<String> problems() {
    return List.of("add", "multiply");
  }

  @Override
  public Curriculum curriculum(String problem) {
    return Curriculum.of(BOUNDS);
  }

  @Override
  public TaskSource source(Settings settings) {
    return (kind, random, level) -> Optional.of(draft(settings, random, level));
  }

  private static TaskSource.Draft draft(Settings settings, ItemRandom random, OptionalInt level) {
    String problem = settings.choice("problem", random);
    int size = settings.whole("size", random);
    int a = random.between(0, size);
    int b = random.between(0, size);
    return new TaskSource.Draft() {
      @Override
      public String problem() {
        return problem;
      }

      @Override
      public Fingerprint isomorphism() {
        return new Fingerprint(0, Math.min(a, b)).with(Integer.toString(Math.max(a, b)));
      }

      @Override
      public Optional<TaskSource.Solved> solve() {
        return Optional.of(new Sum(problem, size, level, a, b));
      }
    };
  }

  private record Sum(String problem, int size, OptionalInt level, int a, int b)
      implements TaskSource.Solved {

    @Override
    public Difficulty difficulty() {
      SortedMap<String, String> knobs = new TreeMap<>();
      knobs.put("size", Integer.toString(size));
      SortedMap<String, Double> measured = new TreeMap<>();
      measured.put("digits", (double) (a + "" + b).length());
      return new Difficulty(level, knobs, measured, Math.max(a, b));
    }

    @Override
    public Optional<TaskSource.Content> write() {
      String sign = problem.equals("add") ? " + " : " × ";
      long result = problem.equals("add") ? (long) a + b : (long) a * b;
      return Optional.of(
          new TaskSource.Content(
              "What is\n" + a + sign + b + "? " + AnswerFormat.TAG.instruction(),
              AnswerFormat.TAG,
              "{\"problem\":\"" + problem + "\",\"a\":" + a + ",\"b\":" + b + "}",
              Long.toString(result),
              "{\"result\":" + result + "}",
              new GuessFloor(result == 0 ? 1 : 0, 0.25, 0.1)));
    }
  }

  @Override
  public Verifier verifier(Task task) throws InvalidTaskException {
    String right = task.reference().orElseThrow(() -> new InvalidTaskException("no reference"));
    return (answer, meter) ->
        answer.equals(right) ? Verdict.correct("right") : Verdict.wrong("another number");
  }

  @Override
  public Optional<String> check(Task task, Meter meter) {
    return Optional.empty();
  }

  @Override
  public String explain(Task task) {
    return "Count.";
  }
}
