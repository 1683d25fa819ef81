package org.ponens.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ponens.app.terminal.Table;
import org.ponens.generators.sat.SatFamily;
import org.ponens.generators.sat.problem.Problem;
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
 * formulas as SATQuest draws them, four clauses a variable (fewer for what SATQuest does not ask).
 * A task is all of it: formula, question, prompt, certified answer, difficulty, one JSON line. Half
 * of the answers are right, half have one bit (or number) changed. Seconds are those of one thread
 * on a processor.
 */
final class SatTasks {

  private static final Duration SPAN = Duration.ofMillis(1500);

  /** The problems that SATQuest has, on the formulas that it draws; the others on our own. */
  private static final Set<String> SATQUEST =
      Set.of("decision", "assignment", "maxsat", "mcs", "mus");

  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 2_000_000);

  private SatTasks() {}

  /**
   * Prints the table.
   *
   * @param chosen some of the problems' names, or none for all
   */
  static void run(List<String> chosen) throws InvalidSettingException, InvalidTaskException {
    List<String> header = new ArrayList<>(List.of("problem"));
    for (String n : List.of("3", "10", "50")) {
      header.add("made/s n=" + n);
      header.add("verified/s n=" + n);
    }
    Table table = new Table(header);
    for (Problem one : Problem.values()) {
      String problem = one.label();
      if (!chosen.isEmpty() && !chosen.contains(problem)) {
        continue;
      }
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
        new TreeMap<>(
            Map.of("problem", problem, "variables", Integer.toString(n), "source", "satquest"));
    if (SATQUEST.contains(problem)) {
      knobs.put("ratio", "4");
      knobs.put("min_violations", "1");
    }
    SatFamily family = new SatFamily();
    TaskStream stream = new TaskStream(family, Settings.of(family, knobs, ""), 7, Split.TRAIN);
    List<Task> tasks = new ArrayList<>();
    long length = 0;
    long index = 0;
    double made = 0;
    for (int round = 0; round < 3; round++) {
      long start = cpuNanos();
      int count = 0;
      while (cpuNanos() - start < SPAN.toNanos()) {
        if (stream.item(index++) instanceof TaskStream.Item.Made m) {
          length += TaskJson.write(m.task()).length();
          count++;
          if (tasks.size() < 2000) {
            tasks.add(m.task());
          }
        }
      }
      made = Math.max(made, count / ((cpuNanos() - start) / 1e9));
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
      long start = cpuNanos();
      long count = 0;
      int correct = 0;
      while (cpuNanos() - start < SPAN.toNanos()) {
        for (int i = 0; i < answers.size(); i++) {
          correct += verifiers.get(i).verify(answers.get(i), BUDGET.start()).correct() ? 1 : 0;
        }
        count += answers.size();
      }
      if (correct == 0) {
        throw new IllegalStateException("no reference answer is right");
      }
      best = Math.max(best, count / ((cpuNanos() - start) / 1e9));
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

  /** Of this thread: what else runs on the machine is not our business. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String shown(double rate) {
    return String.format(Locale.ROOT, "%,d", Math.round(rate));
  }
}
