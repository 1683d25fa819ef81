package org.ponens.generators.verify;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.AnswerFormat;

/**
 * The answer in a response, or why there is none: one rule for all families.
 *
 * <p>What counts is what comes after the last {@code </think>}; a {@code <think>} that is never
 * closed leaves nothing. There, the answer stands where the task's {@link AnswerFormat} says and
 * nowhere else: between {@code <answer>} and {@code </answer>}, on a line that begins with {@code
 * Answer:} (the paragraph below it where the line ends there), or in {@code \boxed{}}. Capitals do
 * not matter. Of several answers, the last counts if all are the same but for white space, and none
 * if two differ; an empty one is none, nor is the {@code and} of a response that merely names the
 * tags beside another answer. Text that repeats the prompt, or its sentence about the format,
 * counts nowhere.
 *
 * <p>Wrappers around the whole answer are taken off, for whoever writes them means nothing by them:
 * {@code \boxed{}}, {@code \text{}}, {@code $ $}, {@code \( \)}, code fences, bold, {@code
 * Answer:}.
 *
 * <p>The time is linear in the response. Of one longer than {@link #LONGEST_RESPONSE}, answers are
 * looked for in so much of its end; an answer longer than {@link #LONGEST_ANSWER} is not read.
 */
public sealed interface Extraction {

  /** In UTF-16 code units. */
  int LONGEST_RESPONSE = 1 << 20;

  /** In UTF-16 code units. */
  int LONGEST_ANSWER = 1 << 16;

  /** The answer, without the marks around it. */
  record Answer(String text) implements Extraction {}

  /** There is no answer; the reason is a sentence for people, without its full stop. */
  record None(String reason) implements Extraction {}

  /** There is an answer, too long for any family to read. */
  record TooLong(String reason) implements Extraction {}

  /** Finds the answer in a response that does not repeat its prompt. */
  static Extraction of(String response, AnswerFormat format) {
    return of(response, format, "");
  }

  /**
   * Finds the answer in a response.
   *
   * @param prompt the task's: wherever the response repeats it, that part does not count
   */
  static Extraction of(String response, AnswerFormat format, String prompt) {
    String own = Echo.without(Echo.without(response, prompt), format.instruction());
    Thinking thinking = Thinking.in(own);
    if (thinking.unfinished()) {
      return new None("the response is still thinking: its last <think> is never closed");
    }
    int start = Math.max(thinking.end(), own.length() - LONGEST_RESPONSE);
    String text = Thinking.withoutEndMarks(own.substring(start));
    if (text.isBlank()) {
      return new None(
          thinking.end() > 0 ? "the response ends with its thinking" : "the response is empty");
    }
    Candidates candidates = Candidates.in(text, format);
    if (candidates.cutOff()) {
      return new None(
          "the last " + Candidates.opening(format) + " is never closed: the response was cut off");
    }
    return choose(candidates.texts(), text, format);
  }

  private static Extraction choose(List<String> found, String text, AnswerFormat format) {
    List<String> answers = new ArrayList<>();
    for (String candidate : found) {
      if (candidate.length() > LONGEST_ANSWER) {
        return new TooLong("the answer is longer than " + LONGEST_ANSWER + " characters");
      }
      String answer = Wrappers.remove(candidate);
      if (!answer.isEmpty()) {
        answers.add(answer);
      }
    }
    if (answers.stream().anyMatch(answer -> !isConjunction(answer))) {
      answers.removeIf(Extraction::isConjunction);
    }
    if (answers.isEmpty()) {
      return new None(
          found.isEmpty()
              ? "the response has no " + Candidates.shape(format) + others(text, format)
              : "the answer is empty: nothing stands in the " + Candidates.shape(format));
    }
    String last = answers.getLast();
    String normal = oneSpaced(last);
    for (String answer : answers) {
      if (!oneSpaced(answer).equals(normal)) {
        return new None(
            "the response gives different answers: "
                + abbreviated(answer)
                + " and "
                + abbreviated(last));
      }
    }
    return new Answer(last);
  }

  /** "Put it between <answer> and </answer>" is talk about the tags. */
  private static boolean isConjunction(String answer) {
    return answer.length() == 3 && Ascii.startsWith(answer, 0, "and");
  }

  private static String others(String text, AnswerFormat asked) {
    for (AnswerFormat format : AnswerFormat.offered()) {
      if (format != asked && !Candidates.in(text, format).texts().isEmpty()) {
        return ", only a " + Candidates.shape(format) + ", which this task does not ask for";
      }
    }
    return "";
  }

  private static String oneSpaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        space = true;
      } else {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String abbreviated(String answer) {
    String line = oneSpaced(answer);
    if (line.length() <= 40) {
      return "'" + line + "'";
    }
    int end = Character.isHighSurrogate(line.charAt(36)) ? 36 : 37;
    return "'" + line.substring(0, end) + "...'";
  }
}
