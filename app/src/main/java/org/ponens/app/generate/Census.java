package org.ponens.app.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.app.terminal.Table;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;

/** What a file of tasks holds: counts by problem and level, and how far guessing gets. */
final class Census {

  private final TaskFamily family;
  private final SortedMap<String, Problem> problems = new TreeMap<>();
  private long duplicates;
  private long missed;
  private long tasks;

  private static final class Problem {
    private long tasks;
    private final SortedMap<Integer, Long> levels = new TreeMap<>();
    private double constant;
    private double majority;
    private double random;
  }

  /** What is counted of a task. */
  record Entry(String problem, int level, GuessFloor floor) {}

  Census(TaskFamily family) {
    this.family = family;
  }

  /** What is to be counted of a task. May be called from any thread. */
  Entry entry(Task task) {
    return new Entry(task.problem(), family.levelOf(task).orElseThrow(), task.guessFloor());
  }

  void add(Entry entry) {
    tasks++;
    Problem problem = problems.computeIfAbsent(entry.problem(), name -> new Problem());
    problem.tasks++;
    problem.levels.merge(entry.level(), 1L, Long::sum);
    problem.constant += entry.floor().constant();
    problem.majority += entry.floor().majority();
    problem.random += entry.floor().random();
  }

  /** Adds what was counted before. */
  void add(long someDuplicates, long someMissed) {
    duplicates += someDuplicates;
    missed += someMissed;
  }

  void addDuplicate() {
    duplicates++;
  }

  void addMissed() {
    missed++;
  }

  long tasks() {
    return tasks;
  }

  long duplicates() {
    return duplicates;
  }

  long missed() {
    return missed;
  }

  /** Writes the counts as members of an object. */
  void write(JsonGenerator json) throws IOException {
    json.writeNumberField("tasks", tasks);
    json.writeNumberField("duplicates", duplicates);
    json.writeNumberField("missed", missed);
    json.writeObjectFieldStart("problems");
    for (Map.Entry<String, Problem> named : problems.entrySet()) {
      Problem problem = named.getValue();
      json.writeObjectFieldStart(named.getKey());
      json.writeNumberField("tasks", problem.tasks);
      json.writeObjectFieldStart("levels");
      for (Map.Entry<Integer, Long> level : problem.levels.entrySet()) {
        json.writeNumberField(Integer.toString(level.getKey()), level.getValue());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("guess_floor");
      json.writeNumberField("constant", mean(problem.constant, problem.tasks));
      json.writeNumberField("majority", mean(problem.majority, problem.tasks));
      json.writeNumberField("random", mean(problem.random, problem.tasks));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static double mean(double sum, long count) {
    return Math.rint(sum / count * 1e6) / 1e6;
  }

  /** A row for each problem: its tasks, levels and guess floors. */
  Table table() {
    Table table =
        new Table(List.of("problem", "tasks", "levels", "constant", "majority", "random"));
    problems.forEach(
        (name, problem) ->
            table.row(
                List.of(
                    name,
                    Long.toString(problem.tasks),
                    levels(problem),
                    percent(problem.constant, problem.tasks),
                    percent(problem.majority, problem.tasks),
                    percent(problem.random, problem.tasks))));
    return table;
  }

  private static String levels(Problem problem) {
    List<String> runs = new ArrayList<>();
    int from = problem.levels.firstKey();
    int to = from;
    for (int level : problem.levels.tailMap(from + 1).keySet()) {
      if (level > to + 1) {
        runs.add(run(from, to));
        from = level;
      }
      to = level;
    }
    runs.add(run(from, to));
    return String.join(", ", runs);
  }

  private static String run(int from, int to) {
    return from == to ? Integer.toString(from) : from + ".." + to;
  }

  private static String percent(double sum, long count) {
    return Math.round(1000 * sum / count) / 10.0 + " %";
  }
}
