package org.ponens.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Table;
import org.ponens.generators.sat.SatFamily;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Budget;

/**
 * How many tasks of family {@code sat} are made, and answers verified, in a second on one core: the
 * formulas as SATQuest draws them, four clauses a variable. A task is all of it: formula, question,
 * prompt, certified answer, difficulty, one JSON line. Half of the answers are right, half have one
 * bit (or number) changed.
 */
final class SatTasks {

  private static final Duration SPAN = Duration.ofMillis(1500);

  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 2_000_000);

  private SatTasks() {}

  static void run() throws InvalidSettingException, InvalidTaskException {
    List<String> header = new ArrayList<>(List.of("problem"));
    for (String n : List.of("3", "10", "50")) {
      header.add("made/s n=" + n);
      header.add("verified/s n=" + n);
    }
    Table table = new Table(header);
    List<String> problems =
        List.of(
            "decision",
            "assignment",
            "maxsat",
            "mcs",
            "mus",
            "certificate",
            "refutation",
            "count",
            "count-modulo",
            "backbone",
            "equivalence",
            "minimal-model",
            "first-model");
    for (String problem : problems) {
      List<String> row = new ArrayList<>(List.of(problem));
      for (int n : new int[] {3, 10, 50}) {
        row.addAll(rates(problem, n));
      }
      table.row(row);
    }
    System.out.println(table);
  }

  private static List<String> rates(String problem, int n)
      throws InvalidSettingException, InvalidTaskException {
    Map<String, String> knobs =
        Map.of(
            "problem",
            problem,
            "variables",
            Integer.toString(n),
            "source",
            "satquest",
            "ratio",
            "4",
            "min_violations",
            "1");
    SatFamily family = new SatFamily();
    TaskStream stream = new TaskStream(family, Settings.of(family, knobs, ""), 7, Split.TRAIN);
    List<Task> tasks = new ArrayList<>();
    long length = 0;
    long index = 0;
    double made = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      int count = 0;
      while (System.nanoTime() - start < SPAN.toNanos()) {
        if (stream.item(index++) instanceof TaskStream.Item.Made m) {
          length += TaskJson.write(m.task()).length();
          count++;
          if (tasks.size() < 2000) {
            tasks.add(m.task());
          }
        }
      }
      made = Math.max(made, count / ((System.nanoTime() - start) / 1e9));
    }
    if (tasks.isEmpty() || length < 0) {
      return List.of("-", "-");
    }
    return List.of(shown(made), shown(verified(family, tasks)));
  }

  private static double verified(SatFamily family, List<Task> tasks) throws InvalidTaskException {
    List<Verifier> verifiers = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Task task : tasks) {
      verifiers.add(family.verifier(task));
      String right = task.reference().orElseThrow();
      answers.add(answers.size() % 2 == 0 ? right : changed(right));
    }
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      long count = 0;
      int correct = 0;
      while (System.nanoTime() - start < SPAN.toNanos()) {
        for (int i = 0; i < answers.size(); i++) {
          correct += verifiers.get(i).verify(answers.get(i), BUDGET.start()).correct() ? 1 : 0;
        }
        count += answers.size();
      }
      if (correct == 0) {
        throw new IllegalStateException("no reference answer is right");
      }
      best = Math.max(best, count / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  /** With one of its digits changed. */
  private static String changed(String answer) {
    for (int i = answer.length() - 1; i >= 0; i--) {
      char c = answer.charAt(i);
      if (c == '0' || c == '1') {
        return answer.substring(0, i) + (c == '0' ? '1' : '0') + answer.substring(i + 1);
      }
    }
    return answer + " 1";
  }

  private static String shown(double rate) {
    return String.format(Locale.ROOT, "%,d", Math.round(rate));
  }
}
