package org.ponens.app.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.app.terminal.Table;
import org.ponens.generators.Families;
import org.ponens.generators.task.Task;
import org.ponens.generators.verify.Judgement;

/**
 * Counts what responses were worth, by problem, by level and by status. For one thread.
 *
 * <p>The corrected share is max(0, (p - floor) / (1 - floor)) for the share p of right answers and
 * the mean of the tasks' guess floors: how much better than guessing they are.
 */
final class VerdictTally {

  /** Level 0 stands for tasks of families that are not known here. */
  private static final int NO_LEVEL = 0;

  private final Group all = new Group();
  private final SortedMap<String, Group> byProblem = new TreeMap<>();
  private final SortedMap<Integer, Group> byLevel = new TreeMap<>();
  private final SortedMap<String, Long> byStatus = new TreeMap<>();

  /** Some of the responses. */
  private static final class Group {
    private long responses;
    private long correct;
    private double score;
    private double floor;

    void add(VerdictLine line, double guessFloor) {
      responses++;
      correct += line.correct() ? 1 : 0;
      score += line.score();
      floor += guessFloor;
    }

    double share() {
      return (double) correct / responses;
    }

    double guessFloor() {
      return floor / responses;
    }

    /** Empty where guesses are always right. */
    OptionalDouble corrected() {
      double guessed = guessFloor();
      return guessed < 1
          ? OptionalDouble.of(Math.max(0, (share() - guessed) / (1 - guessed)))
          : OptionalDouble.empty();
    }
  }

  /** Which group of problems and levels a task belongs to, and how well guesses do there. */
  record About(String problem, OptionalInt level, double guessFloor) {

    /** The level is the one that was asked for, or else the one that the task is as hard as. */
    static About of(Task task, Families families) {
      OptionalInt level =
          families
              .find(task.family())
              .map(family -> family.levelOf(task))
              .orElse(task.difficulty().level());
      return new About(task.family() + "/" + task.problem(), level, task.guessFloor().best());
    }
  }

  /** Counts a verdict; about a task where one is known. */
  void add(VerdictLine line, Optional<About> about) {
    byStatus.merge(line.status(), 1L, Long::sum);
    if (about.isEmpty()) {
      all.add(line, 0);
      return;
    }
    double floor = about.get().guessFloor();
    all.add(line, floor);
    byProblem.computeIfAbsent(about.get().problem(), name -> new Group()).add(line, floor);
    byLevel
        .computeIfAbsent(about.get().level().orElse(NO_LEVEL), name -> new Group())
        .add(line, floor);
  }

  /** How many responses were not judged for this cause. */
  long count(Judgement.Cause cause) {
    return byStatus.getOrDefault(cause.label(), 0L);
  }

  /** Tables for people. */
  String print() {
    StringBuilder out = new StringBuilder();
    Table problems = table("problem");
    byProblem.forEach((name, group) -> row(problems, name, group));
    if (byProblem.size() != 1 || byProblem.values().iterator().next().responses != all.responses) {
      row(problems, "all", all);
    }
    out.append(problems);
    if (byLevel.keySet().stream().anyMatch(level -> level != NO_LEVEL)) {
      Table levels = table("level");
      byLevel.forEach((level, group) -> row(levels, levelName(level), group));
      out.append('\n').append(levels);
    }
    Table statuses = new Table(List.of("status", "responses", "share"));
    byStatus.forEach(
        (status, count) ->
            statuses.row(
                List.of(status, Long.toString(count), percent((double) count / all.responses))));
    return out.append('\n').append(statuses).toString();
  }

  private static Table table(String first) {
    return new Table(
        List.of(first, "responses", "correct", "share", "score", "guess floor", "corrected"));
  }

  private static void row(Table table, String name, Group group) {
    boolean none = group.responses == 0;
    table.row(
        List.of(
            name,
            Long.toString(group.responses),
            Long.toString(group.correct),
            none ? "-" : percent(group.share()),
            none ? "-" : String.format(Locale.ROOT, "%.3f", group.score / group.responses),
            none ? "-" : percent(group.guessFloor()),
            none || group.corrected().isEmpty() ? "-" : percent(group.corrected().getAsDouble())));
  }

  private static String levelName(int level) {
    return level == NO_LEVEL ? "unknown" : Integer.toString(level);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The same for programs, as a JSON object. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    write(all, json);
    json.writeArrayFieldStart("problems");
    for (var entry : byProblem.entrySet()) {
      int slash = entry.getKey().indexOf('/');
      json.writeStartObject();
      json.writeStringField("family", entry.getKey().substring(0, slash));
      json.writeStringField("problem", entry.getKey().substring(slash + 1));
      write(entry.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("levels");
    for (var entry : byLevel.entrySet()) {
      json.writeStartObject();
      if (entry.getKey() == NO_LEVEL) {
        json.writeNullField("level");
      } else {
        json.writeNumberField("level", entry.getKey());
      }
      write(entry.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("statuses");
    for (var entry : byStatus.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Group group, JsonGenerator json) throws IOException {
    json.writeNumberField("responses", group.responses);
    json.writeNumberField("correct", group.correct);
    if (group.responses > 0) {
      json.writeNumberField("accuracy", group.share());
      json.writeNumberField("score", group.score / group.responses);
      json.writeNumberField("guess_floor", group.guessFloor());
      if (group.corrected().isPresent()) {
        json.writeNumberField("corrected", group.corrected().getAsDouble());
      }
    }
  }
}
