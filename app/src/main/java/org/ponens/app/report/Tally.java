package org.ponens.app.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.translators.Question;
import org.ponens.translators.solve.Solution;

/**
 * Counts what a run over one file came to. For one thread.
 *
 * <p>Executable is a program whose question was read and decided; whole, if nothing of it had to be
 * left out. Overall (a) counts a problem without an answer as wrong; (b) as guessed, at its exact
 * expectation of one in the number of options. Accuracies are over the problems whose right answer
 * is known.
 */
public final class Tally {

  private int problems;
  private int executable;
  private int whole;
  private int answered;
  private int trusted;
  private int graded;
  private int answeredGraded;
  private int answeredRight;
  private int trustedGraded;
  private int trustedRight;
  private double guessed;
  private double[] millis = new double[64];

  /** Counts a problem, its solution, and the right letter where it is known. */
  public void add(Question question, Solution solution, Optional<String> right) {
    if (problems == millis.length) {
      millis = Arrays.copyOf(millis, 2 * problems);
    }
    millis[problems++] = solution.elapsed().toNanos() / 1e6;
    boolean isAnswered = solution.answer().isPresent();
    executable += solution.executable() ? 1 : 0;
    whole += solution.executable() && !solution.dropped() ? 1 : 0;
    answered += isAnswered ? 1 : 0;
    trusted += solution.trusted() ? 1 : 0;
    if (right.isEmpty()) {
      return;
    }
    graded++;
    boolean isRight = solution.answer().equals(right);
    if (isAnswered) {
      answeredGraded++;
      answeredRight += isRight ? 1 : 0;
    } else {
      guessed += 1.0 / Math.max(1, question.options().size());
    }
    if (solution.trusted()) {
      trustedGraded++;
      trustedRight += isRight ? 1 : 0;
    }
  }

  /** Counts a place of the file that holds no problem that could be read. */
  public void addMalformed() {
    if (problems == millis.length) {
      millis = Arrays.copyOf(millis, 2 * problems);
    }
    millis[problems++] = 0;
  }

  public int problems() {
    return problems;
  }

  /** The heads of the columns of {@link #row}. */
  public static List<String> header() {
    return List.of(
        "file",
        "problems",
        "executable",
        "whole",
        "answered",
        "trusted",
        "right/answered",
        "right/trusted",
        "overall (a)",
        "overall (b)",
        "median ms",
        "p95 ms");
  }

  /** This tally as a row of a table, under a name. */
  public List<String> row(String name) {
    return List.of(
        name,
        Integer.toString(problems),
        Integer.toString(executable),
        Integer.toString(whole),
        Integer.toString(answered),
        Integer.toString(trusted),
        share(answeredRight, answeredGraded),
        share(trustedRight, trustedGraded),
        percent(answeredRight, graded),
        percent(answeredRight + guessed, graded),
        milliseconds(0.5),
        milliseconds(0.95));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : part + "/" + whole + " " + percent(part, whole);
  }

  private static String percent(double part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
  }

  private String milliseconds(double quantile) {
    if (problems == 0) {
      return "-";
    }
    double[] sorted = Arrays.copyOf(millis, problems);
    Arrays.sort(sorted);
    int index = (int) Math.min(problems - 1L, Math.round(Math.floor(quantile * problems)));
    return String.format(Locale.ROOT, "%.2f", sorted[index]);
  }
}
