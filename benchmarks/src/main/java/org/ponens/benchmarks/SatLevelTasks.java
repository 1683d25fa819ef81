package org.ponens.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Table;
import org.ponens.generators.sat.SatFamily;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskStream;

/**
 * What the tasks of each level of family {@code sat} are like: tenth, middle and ninetieth quantile
 * of what is measured of them, how well the best guess does, and how many are made in a second by
 * one thread.
 */
final class SatLevelTasks {

  private static final int TASKS = 100;
  private static final long NANOS = 1_500_000_000L;

  private SatLevelTasks() {}

  /**
   * Prints the table.
   *
   * @param chosen some of the problems' names, or none for all
   */
  static void run(List<String> chosen) throws InvalidSettingException {
    SatFamily family = new SatFamily();
    Table table =
        new Table(
            List.of(
                "problem",
                "level",
                "variables",
                "clauses",
                "hardness",
                "conflicts",
                "best guess",
                "tasks",
                "tasks/s"));
    for (String problem : family.problems()) {
      if (chosen.isEmpty() || chosen.contains(problem)) {
        for (int level = 1; level <= family.curriculum(problem).levels().size(); level++) {
          row(family, problem, level, table);
        }
      }
    }
    System.out.println(table);
  }

  private static void row(SatFamily family, String problem, int level, Table table)
      throws InvalidSettingException {
    Settings settings = Settings.of(family, Map.of("problem", problem), Integer.toString(level));
    TaskStream stream = new TaskStream(family, settings, 7, Split.TRAIN);
    double[][] figures = new double[4][TASKS];
    double[] guesses = new double[3];
    int made = 0;
    long start = System.nanoTime();
    for (int i = 0; made < TASKS && System.nanoTime() - start < NANOS; i++) {
      if (stream.item(i) instanceof TaskStream.Item.Made(Task task, var key)) {
        figures[0][made] = Double.parseDouble(task.difficulty().knobs().get("variables"));
        figures[1][made] = Double.parseDouble(task.difficulty().knobs().get("clauses"));
        figures[2][made] = task.difficulty().hardness();
        figures[3][made] = task.difficulty().measured().getOrDefault("conflicts", 0.0);
        guesses[0] += task.guessFloor().constant();
        guesses[1] += task.guessFloor().majority();
        guesses[2] += task.guessFloor().random();
        made++;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (made == 0) {
      table.row(List.of(problem, Integer.toString(level), "", "", "", "", "", "0", ""));
      return;
    }
    table.row(
        List.of(
            problem,
            Integer.toString(level),
            quantiles(figures[0], made, "%.0f"),
            quantiles(figures[1], made, "%.0f"),
            quantiles(figures[2], made, "%.1f"),
            quantiles(figures[3], made, "%.0f"),
            String.format(Locale.ROOT, "%.3f", Arrays.stream(guesses).max().orElse(0) / made),
            Integer.toString(made),
            String.format(Locale.ROOT, "%.0f", made / seconds)));
  }

  private static String quantiles(double[] figures, int size, String format) {
    double[] sorted = Arrays.copyOf(figures, size);
    Arrays.sort(sorted);
    StringBuilder text = new StringBuilder();
    for (double share : new double[] {0.1, 0.5, 0.9}) {
      text.append(text.isEmpty() ? "" : " / ");
      text.append(String.format(Locale.ROOT, format, sorted[(int) (share * (size - 1))]));
    }
    return text.toString();
  }
}
