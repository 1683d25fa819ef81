package org.ponens.generators.task;

import java.util.Locale;

/**
 * What a response is worth.
 *
 * @param score from 0 to 1; 1 exactly if the answer is correct
 * @param correct whether the answer is right and complete
 * @param partial how near a wrong answer is, from 0 up to but never 1; counts for the score only
 *     where the caller asks for it ({@link #withPartialCredit})
 * @param status why
 * @param reason a sentence for people, without its full stop
 */
public record Verdict(double score, boolean correct, double partial, Status status, String reason) {

  /** The score of an answer that is as near as can be, and wrong. */
  public static final double HIGHEST_PARTIAL_SCORE = 0.5;

  /** Why a response got its score. */
  public enum Status {
    /** The answer is right. */
    CORRECT,
    /** The answer was read, and is wrong. */
    WRONG,
    /** The response has no answer in the format asked for, or two that differ. */
    NO_ANSWER,
    /** There is an answer, and it is none of what was asked for. */
    UNREADABLE,
    /** Verifying the answer would take more steps than allowed. */
    OVER_BUDGET,
    /** The answer uses what the task does not allow. */
    FORBIDDEN;

    /** The name in verdict files: {@code no_answer}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Verdict {
    if (correct != (status == Status.CORRECT) || (score == 1) != correct) {
      throw new IllegalArgumentException("score, correct and status disagree: " + status);
    }
    if (!(score >= 0 && score <= 1 && partial >= 0 && partial <= 1) || (!correct && partial == 1)) {
      throw new IllegalArgumentException("out of range: " + score + ", " + partial);
    }
  }

  public static Verdict correct(String reason) {
    return new Verdict(1, true, 1, Status.CORRECT, reason);
  }

  /** A wrong answer that is nowhere near. */
  public static Verdict wrong(String reason) {
    return wrong(0, reason);
  }

  /**
   * A wrong answer.
   *
   * @param partial how near, from 0 up to but not including 1
   */
  public static Verdict wrong(double partial, String reason) {
    return new Verdict(0, false, partial, Status.WRONG, reason);
  }

  /** A response that is not correct and was not found wrong either. */
  public static Verdict rejected(Status status, String reason) {
    return new Verdict(0, false, 0, status, reason);
  }

  /** This verdict with partial credit counted, at most {@link #HIGHEST_PARTIAL_SCORE}. */
  public Verdict withPartialCredit() {
    return correct
        ? this
        : new Verdict(HIGHEST_PARTIAL_SCORE * partial, false, partial, status, reason);
  }
}
