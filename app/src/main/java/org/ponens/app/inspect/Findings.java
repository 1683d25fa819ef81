package org.ponens.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Plain;
import org.ponens.app.terminal.Table;
import org.ponens.generators.task.Split;

/** What an inspection found, in sections for people. */
final class Findings {

  private static final int LONGEST_ANSWER = 24;

  private Findings() {}

  /** What a data set holds. */
  static List<Section> of(Inspection found, TaskScan.Places places, boolean rechecked) {
    List<Section> sections = new ArrayList<>();
    sections.add(problems(found));
    sections.add(guessing(found));
    if (!found.levels.isEmpty()) {
      List<Section.Bar> bars = new ArrayList<>();
      for (int level = found.levels.firstKey(); level <= found.levels.lastKey(); level++) {
        bars.add(new Section.Bar(Integer.toString(level), found.levels.getOrDefault(level, 0L)));
      }
      sections.add(new Section.Picture("Levels", "Tasks by level.", List.copyOf(bars)));
    }
    sections.add(
        new Section.Picture(
            "Hardness", "Tasks by measured hardness.", Histogram.bars(found.hardness())));
    sections.add(repetitions(found));
    if (!found.clashes.isEmpty()) {
      sections.add(
          new Section.Sentences(
              "Repetitions, for example",
              "",
              found.clashes.stream().map(clash -> words(clash, places, places)).toList()));
    }
    if (found.unreadLines > 0) {
      sections.add(notes("Lines that are no tasks", found.unreadLines, found.unread, places));
    }
    if (rechecked) {
      sections.add(notes("Tasks that do not hold", found.defectTasks, found.defects, places));
    }
    return sections;
  }

  private static Section problems(Inspection found) {
    Table table =
        new Table(
            List.of(
                "problem", "tasks", "train", "validation", "test", "easiest", "mean", "hardest"));
    for (Map.Entry<String, Inspection.Problem> entry : found.problems.entrySet()) {
      Inspection.Problem problem = entry.getValue();
      table.row(
          List.of(
              entry.getKey(),
              count(problem.tasks),
              count(problem.splits.getOrDefault(Split.TRAIN, 0L)),
              count(problem.splits.getOrDefault(Split.VALIDATION, 0L)),
              count(problem.splits.getOrDefault(Split.TEST, 0L)),
              number(problem.easiest),
              number(problem.hardness / problem.tasks),
              number(problem.hardest)));
    }
    return new Section.Figures(
        "Problems", found.tasks + " tasks; easiest, mean and hardest by their hardness.", table);
  }

  private static Section guessing(Inspection found) {
    Table table =
        new Table(
            List.of(
                "problem",
                "constant",
                "majority",
                "random",
                "answers",
                "most frequent",
                "its share"));
    for (Map.Entry<String, Inspection.Problem> entry : found.problems.entrySet()) {
      Inspection.Problem problem = entry.getValue();
      String answer = problem.mostFrequent();
      boolean none = problem.answered == 0;
      table.row(
          List.of(
              entry.getKey(),
              percent(problem.constant / problem.tasks),
              percent(problem.majority / problem.tasks),
              percent(problem.random / problem.tasks),
              none ? "-" : count(problem.answers.size()) + (problem.hasMoreAnswers() ? "+" : ""),
              none ? "-" : cell(answer),
              none
                  ? "-"
                  : percent((double) problem.answers.getOrDefault(answer, 0L) / problem.answered)));
    }
    return new Section.Figures(
        "Guessing",
        "How often guesses are right: always the same, the most frequent, at random. And how the"
            + " reference answers are spread.",
        table);
  }

  private static Section repetitions(Inspection found) {
    Table table = new Table(List.of("what", "tasks"));
    table.row(List.of("the id of an earlier task", count(found.sameId)));
    table.row(List.of("the prompt of an earlier task", count(found.samePrompt)));
    table.row(
        List.of(
            "the question of an earlier task, but for names and order", count(found.sameQuestion)));
    table.row(
        List.of(
            "an instance of another split, but for names and order", count(found.acrossSplits)));
    return new Section.Figures("Repetitions", "Tasks that repeat something.", table);
  }

  private static Section notes(
      String title, long count, List<Inspection.Note> notes, TaskScan.Places places) {
    String all = count == 0 ? "None." : count + (count > notes.size() ? ", for example:" : ":");
    return new Section.Sentences(
        title,
        all,
        notes.stream()
            .map(note -> places.name(note.place()) + ": " + oneLine(note.text()))
            .toList());
  }

  /** What another data set shares with the first. */
  static List<Section> of(
      Leaks leaks, String first, String second, TaskScan.Places places, TaskScan.Places others) {
    Table table = new Table(List.of("what", "tasks"));
    table.row(List.of("the same id", count(leaks.sameId)));
    table.row(List.of("the same prompt", count(leaks.samePrompt)));
    table.row(List.of("the same question, but for names and order", count(leaks.sameQuestion)));
    table.row(List.of("the same instance, but for names and order", count(leaks.sameClass)));
    String note =
        "Of the "
            + leaks.tasks
            + " tasks of "
            + second
            + ", those that share with one of "
            + first
            + ":";
    List<Section> sections = new ArrayList<>();
    sections.add(new Section.Figures("Leaks", note, table));
    if (!leaks.clashes.isEmpty()) {
      sections.add(
          new Section.Sentences(
              "Leaks, for example",
              "",
              leaks.clashes.stream().map(clash -> words(clash, others, places)).toList()));
    }
    return sections;
  }

  private static String words(
      Inspection.Clash clash, TaskScan.Places places, TaskScan.Places earlier) {
    return places.name(clash.place())
        + " has "
        + clash.what()
        + " of "
        + earlier.name(clash.earlier());
  }

  private static String cell(String answer) {
    String line = oneLine(answer).replace('|', '\uFFE8');
    return line.length() > LONGEST_ANSWER
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST_ANSWER - 6)) + "..."
        : line;
  }

  private static String oneLine(String text) {
    return Plain.text(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static String count(long number) {
    return Long.toString(number);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
