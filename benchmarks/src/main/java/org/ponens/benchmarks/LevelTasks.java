package org.ponens.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Table;
import org.ponens.generators.Families;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskStream;

/**
 * What the tasks of each level of a family are like: tenth, middle and ninetieth quantile of what
 * is measured of them, how well the best guess does, and how many are made in a second by one
 * thread.
 */
final class LevelTasks {

  private static final int TASKS = 100;
  private static final long NANOS = 1_500_000_000L;

  /** What is shown of each family: knobs or measures, and how they are rounded. */
  private static final Map<String, List<Figure>> FIGURES =
      Map.of(
          "sat",
          List.of(
              new Figure("variables", "%.0f"),
              new Figure("clauses", "%.0f"),
              new Figure("conflicts", "%.0f")),
          "induction",
          List.of(
              new Figure("facts", "%.0f"),
              new Figure("rule_length", "%.0f"),
              new Figure("remaining_rules", "%.0f"),
              new Figure("candidates", "%.0f")),
          "planning",
          List.of(
              new Figure("objects", "%.0f"),
              new Figure("optimal_length", "%.0f"),
              new Figure("steps", "%.0f"),
              new Figure("branching", "%.1f"),
              new Figure("expansions", "%.0f")));

  private final TaskFamily family;
  private final List<Figure> figures;
  private final Table table;

  private LevelTasks(TaskFamily family) {
    this.family = family;
    this.figures = FIGURES.getOrDefault(family.name(), List.of());
    List<String> head = new ArrayList<>(List.of("problem", "level"));
    figures.forEach(figure -> head.add(figure.name().replace('_', ' ')));
    head.addAll(List.of("hardness", "best guess", "tasks", "tasks/s"));
    this.table = new Table(head);
  }

  private record Figure(String name, String format) {

    double of(Difficulty difficulty) {
      String knob = difficulty.knobs().get(name);
      return knob != null
          ? Double.parseDouble(knob)
          : difficulty.measured().getOrDefault(name, Double.NaN);
    }
  }

  /**
   * Prints the table.
   *
   * @param names the name of a family, and some of its problems or none for all
   */
  static void run(List<String> names) throws InvalidSettingException {
    TaskFamily family = Families.builtIn().find(names.get(0)).orElseThrow();
    LevelTasks levels = new LevelTasks(family);
    for (String problem : family.problems()) {
      if (names.size() == 1 || names.contains(problem)) {
        for (int level = 1; level <= family.curriculum(problem).levels().size(); level++) {
          levels.row(problem, level);
        }
      }
    }
    System.out.println(levels.table);
  }

  private void row(String problem, int level) throws InvalidSettingException {
    Settings settings = Settings.of(family, Map.of("problem", problem), Integer.toString(level));
    TaskStream stream = new TaskStream(family, settings, 7, Split.TRAIN);
    List<Task> tasks = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; tasks.size() < TASKS && System.nanoTime() - start < NANOS; i++) {
      if (stream.item(i) instanceof TaskStream.Item.Made(Task task, var key)) {
        tasks.add(task);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] guesses = new double[3];
    for (Task task : tasks) {
      guesses[0] += task.guessFloor().constant();
      guesses[1] += task.guessFloor().majority();
      guesses[2] += task.guessFloor().random();
    }
    List<String> row = new ArrayList<>(List.of(problem, Integer.toString(level)));
    for (Figure figure : figures) {
      row.add(
          quantiles(
              tasks.stream().mapToDouble(task -> figure.of(task.difficulty())).toArray(),
              figure.format()));
    }
    row.add(
        quantiles(
            tasks.stream().mapToDouble(task -> task.difficulty().hardness()).toArray(), "%.1f"));
    row.add(
        tasks.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT, "%.3f", Arrays.stream(guesses).max().orElse(0) / tasks.size()));
    row.add(Integer.toString(tasks.size()));
    row.add(String.format(Locale.ROOT, "%.0f", tasks.size() / seconds));
    table.row(row);
  }

  /** Of the numbers there are; nothing where there are none. */
  private static String quantiles(double[] numbers, String format) {
    double[] sorted = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    StringBuilder text = new StringBuilder();
    for (double share : sorted.length == 0 ? new double[0] : new double[] {0.1, 0.5, 0.9}) {
      text.append(text.isEmpty() ? "" : " / ");
      text.append(String.format(Locale.ROOT, format, sorted[(int) (share * (sorted.length - 1))]));
    }
    return text.toString();
  }
}
