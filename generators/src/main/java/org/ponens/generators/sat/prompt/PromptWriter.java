package org.ponens.generators.sat.prompt;

import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.ItemRandom;

/**
 * Puts questions about formulas into words. Each prompt says what everything means, holds the whole
 * formula, asks, and describes the form of the answer without an example of one.
 */
public final class PromptWriter {

  private PromptWriter() {}

  /**
   * Writes a prompt.
   *
   * @param random decides on wording, story and names
   */
  public static Prompt write(
      Format format, Asked asked, AnswerFormat answerFormat, ItemRandom random) {
    return switch (format) {
      case MATH -> new FormulaPrompt(asked, Notation.LATEX, random).write(answerFormat);
      case DIMACS -> new FormulaPrompt(asked, Notation.DIMACS, random).write(answerFormat);
      case STORY -> new StoryPrompt(asked, false, random).write(answerFormat);
      case DUAL_STORY -> new StoryPrompt(asked, true, random).write(answerFormat);
    };
  }

  /** Where the answer stands. A refutation has many lines, so that none of them is the place. */
  static String place(AnswerFormat answerFormat, Problem problem) {
    return problem == Problem.REFUTATION && answerFormat == AnswerFormat.LINE
        ? answerFormat.instruction()
            + " Leave the rest of that line empty and write the lines of the answer below it."
        : answerFormat.instruction();
  }
}
