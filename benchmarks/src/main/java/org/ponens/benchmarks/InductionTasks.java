package org.ponens.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Table;
import org.ponens.generators.Families;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.verify.Verification;

/**
 * What the tasks of each level of rule induction are like, how fast one thread makes them, and what
 * guesses are worth: that all or none is positive, and the rule that is the hidden one most often
 * among other tasks of the same level and schema.
 */
final class InductionTasks {

  private static final int TASKS = 400;
  private static final long SEED = 7;
  private static final long OTHER_SEED = 8;
  private static final int WARM_UP = 2_000;
  private static final long NANOS = 20_000_000_000L;

  private static final TaskFamily FAMILY = Families.builtIn().find("induction").orElseThrow();

  private InductionTasks() {}

  /** Prints the table. */
  static void run() throws InvalidSettingException, InvalidTaskException {
    draw("1..10", WARM_UP, OTHER_SEED);
    Table table =
        new Table(
            List.of(
                "level",
                "examples",
                "facts",
                "rule length",
                "shortest",
                "unique",
                "rules left",
                "rule bits",
                "candidates tried",
                "capped",
                "constant",
                "majority",
                "tasks",
                "tasks/s"));
    for (int level = 1; level <= FAMILY.curriculum("counting").levels().size(); level++) {
      long start = System.nanoTime();
      List<Task> tasks = draw(Integer.toString(level), TASKS, SEED);
      double seconds = (System.nanoTime() - start) / 1e9;
      table.row(
          List.of(
              Integer.toString(level),
              quantiles(tasks, "examples"),
              quantiles(tasks, "facts"),
              quantiles(tasks, "rule_length"),
              quantiles(tasks, "shortest_rule"),
              share(tasks.stream().filter(t -> measure(t, "remaining_rules") == 1).count(), tasks),
              quantiles(tasks, "remaining_rules"),
              quantiles(tasks, "rule_bits"),
              quantiles(tasks, "candidates"),
              share(tasks.stream().filter(t -> measure(t, "capped") > 0).count(), tasks),
              share(constant(tasks), tasks),
              share(majority(tasks, draw(Integer.toString(level), TASKS, OTHER_SEED)), tasks),
              Integer.toString(tasks.size()),
              String.format(Locale.ROOT, "%.0f", tasks.size() / seconds)));
    }
    System.out.println(table);
  }

  private static List<Task> draw(String levels, int most, long seed)
      throws InvalidSettingException {
    TaskStream stream =
        new TaskStream(FAMILY, Settings.of(FAMILY, Map.of(), levels), seed, Split.TRAIN);
    List<Task> tasks = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; tasks.size() < most && System.nanoTime() - start < NANOS; i++) {
      if (stream.item(i) instanceof TaskStream.Item.Made(Task task, var key)) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  private static double measure(Task task, String name) {
    return task.difficulty().measured().getOrDefault(name, 0.0);
  }

  private static long constant(List<Task> tasks) throws InvalidTaskException {
    long all = 0;
    long none = 0;
    for (Task task : tasks) {
      String reference = task.reference().orElseThrow();
      String target = reference.substring(0, reference.indexOf('('));
      all += isRight(task, target + "(_).") ? 1 : 0;
      none += isRight(task, target + "(_) :- fail.") ? 1 : 0;
    }
    return Math.max(all, none);
  }

  private static long majority(List<Task> tasks, List<Task> others) throws InvalidTaskException {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (Task task : others) {
      counts
          .computeIfAbsent(schema(task), key -> new HashMap<>())
          .merge(task.reference().orElseThrow(), 1, Integer::sum);
    }
    long right = 0;
    for (Task task : tasks) {
      String frequent =
          counts.getOrDefault(schema(task), Map.of()).entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .orElseThrow()
              .getKey();
      right += isRight(task, frequent) ? 1 : 0;
    }
    return right;
  }

  private static String schema(Task task) {
    return task.difficulty().knobs().getOrDefault("schema", "");
  }

  private static boolean isRight(Task task, String answer) throws InvalidTaskException {
    return Verification.of(task, Families.builtIn()::find, Verification.DEFAULT_STEPS)
        .judgeAnswer(answer)
        .correct();
  }

  private static String share(long count, List<Task> tasks) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / tasks.size());
  }

  private static String quantiles(List<Task> tasks, String name) {
    double[] sorted = tasks.stream().mapToDouble(t -> measure(t, name)).sorted().toArray();
    return String.join(
        " / ",
        Arrays.stream(new double[] {0.1, 0.5, 0.9})
            .mapToObj(
                share ->
                    String.format(Locale.ROOT, "%.0f", sorted[(int) (share * (sorted.length - 1))]))
            .toList());
  }
}
