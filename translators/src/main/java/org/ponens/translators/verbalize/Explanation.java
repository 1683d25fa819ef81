package org.ponens.translators.verbalize;

import java.util.Optional;
import org.ponens.grammar.Program;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.translators.Question;
import org.ponens.translators.solve.Solution;

/**
 * A solved problem for a person to read: what was asked, what was read and fixed, what follows and
 * why.
 */
public final class Explanation {

  private Explanation() {}

  /**
   * A problem of a data set, whole.
   *
   * @param right the letter of the right option, where the data set tells
   * @param colour whether to use ANSI colours
   */
  public static String of(
      String id, Question question, Optional<String> right, Solution solution, boolean colour) {
    StringBuilder out = new StringBuilder();
    out.append("== ").append(id).append(" ==\n\n");
    if (!question.context().isBlank()) {
      out.append(question.context().strip()).append("\n\n");
    }
    if (!question.text().isBlank()) {
      out.append(question.text().strip()).append('\n');
    }
    for (Question.Option option : question.options()) {
      out.append("  ").append(option.letter()).append(") ").append(option.text()).append('\n');
    }
    out.append("\n-- the program as written --\n\n");
    numbered(out, solution.source());
    if (!solution.diagnostics().isEmpty()) {
      out.append("\n-- what there is to say of it --\n\n");
      out.append(DiagnosticPrinter.terminal(solution.source(), solution.diagnostics(), colour));
    }
    solution
        .program()
        .map(Program::print)
        .filter(text -> !text.strip().equals(solution.source().text().strip()))
        .ifPresent(
            text -> {
              out.append("\n-- as it was read --\n\n").append(text);
              if (!text.endsWith("\n")) {
                out.append('\n');
              }
            });
    out.append("\n-- what follows --\n\n");
    evidence(out, solution);
    out.append('\n').append(answer(solution));
    right.ifPresent(letter -> out.append("The right answer is ").append(letter).append(".\n"));
    return out.append('\n').toString();
  }

  /** A program alone: its verdict, the evidence, the doubts. */
  public static String ofProgram(String name, Solution solution) {
    StringBuilder out = new StringBuilder();
    out.append(name).append(": ").append(solution.verdict().replace('_', ' '));
    solution.answer().ifPresent(letter -> out.append(", ").append(letter));
    out.append(solution.trusted() ? "\n" : " (not to be trusted)\n");
    evidence(out, solution);
    solution.doubts().forEach(doubt -> out.append("doubt: ").append(doubt).append('\n'));
    return out.toString();
  }

  private static void evidence(StringBuilder out, Solution solution) {
    Evidence.of(solution)
        .ifPresentOrElse(
            evidence -> out.append(evidence.text()), () -> out.append("Nothing was decided.\n"));
  }

  private static String answer(Solution solution) {
    StringBuilder out = new StringBuilder();
    out.append("Answer: ").append(solution.answer().orElse("none"));
    out.append(" (").append(solution.verdict().replace('_', ' ')).append("), ");
    out.append(solution.trusted() ? "trusted.\n" : "not to be trusted:\n");
    solution.doubts().forEach(doubt -> out.append("  - ").append(doubt).append('\n'));
    return out.toString();
  }

  private static void numbered(StringBuilder out, Source source) {
    int width = Integer.toString(source.lineCount()).length();
    for (int line = 1; line <= source.lineCount(); line++) {
      out.append(String.format("%" + width + "d | ", line)).append(source.line(line)).append('\n');
    }
  }
}
