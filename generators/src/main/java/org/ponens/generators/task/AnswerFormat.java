package org.ponens.generators.task;

import java.util.List;
import java.util.Locale;

/** Where in a response the answer stands. */
public enum AnswerFormat {
  /** Between {@code <answer>} and {@code </answer>}. */
  TAG("Put your final answer between <answer> and </answer>."),
  /** After {@code Answer:}, to the end of the line. */
  LINE("End with a line that begins with \"Answer:\", followed by your final answer."),
  /** In {@code \boxed{}}. */
  BOXED("Put your final answer in \\boxed{}."),
  /**
   * Between {@code [RULE]} and {@code [/RULE]}; where they are missing, in a code fence. For tasks
   * of SLR-Bench only, whose prompts ask for it.
   */
  RULE("Put your final rule between [RULE] and [/RULE].");

  private static final List<AnswerFormat> OFFERED = List.of(TAG, LINE, BOXED);

  private final String instruction;

  AnswerFormat(String instruction) {
    this.instruction = instruction;
  }

  /** Those that our own tasks ask for. */
  public static List<AnswerFormat> offered() {
    return OFFERED;
  }

  /** The sentence that asks for it, for the end of a prompt. It holds no example of an answer. */
  public String instruction() {
    return instruction;
  }

  /**
   * An answer as a response should give it.
   *
   * @param answer of several lines it has no empty one where the format is {@link #LINE}
   */
  public String mark(String answer) {
    return switch (this) {
      case TAG -> "<answer>" + answer + "</answer>";
      case LINE -> (answer.indexOf('\n') < 0 ? "Answer: " : "Answer:\n") + answer;
      case BOXED -> "\\boxed{" + answer + "}";
      case RULE -> "[RULE]" + answer + "[/RULE]";
    };
  }

  /** The name in task files: {@code tag}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
