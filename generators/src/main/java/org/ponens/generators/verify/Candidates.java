package org.ponens.generators.verify;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.AnswerFormat;

/**
 * What stands where a format has its answers, in order.
 *
 * @param texts disjoint pieces of the response
 * @param cutOff whether the response ends within an answer
 */
record Candidates(List<String> texts, boolean cutOff) {

  private static final String OPENING_TAG = "<answer>";
  private static final String CLOSING_TAG = "</answer>";
  private static final String OPENING_RULE = "[rule]";
  private static final String CLOSING_RULE = "[/rule]";
  private static final String FENCE = "```";
  private static final String BOX = "\\boxed";

  static Candidates in(String text, AnswerFormat format) {
    return switch (format) {
      case TAG -> tagged(text, OPENING_TAG, CLOSING_TAG);
      case LINE -> new Candidates(AnswerLines.in(text), false);
      case BOXED -> boxed(text);
      case RULE -> {
        Candidates rules = tagged(text, OPENING_RULE, CLOSING_RULE);
        yield rules.texts().isEmpty() && !rules.cutOff() ? fenced(text) : rules;
      }
    };
  }

  /** How a format's answers begin. */
  static String opening(AnswerFormat format) {
    return switch (format) {
      case TAG -> OPENING_TAG;
      case LINE -> "Answer:";
      case BOXED -> "\\boxed{";
      case RULE -> OPENING_RULE;
    };
  }

  /** How a format's answers look. */
  static String shape(AnswerFormat format) {
    return switch (format) {
      case TAG -> OPENING_TAG + "..." + CLOSING_TAG;
      case LINE -> "line that begins with 'Answer:'";
      case BOXED -> "\\boxed{...}";
      case RULE -> OPENING_RULE + "..." + CLOSING_RULE;
    };
  }

  /** What stands between marks that begin with the same character. */
  private static Candidates tagged(String text, String opening, String closing) {
    List<String> texts = new ArrayList<>();
    int opened = -1;
    char first = opening.charAt(0);
    for (int i = text.indexOf(first); i >= 0; i = text.indexOf(first, i + 1)) {
      if (Ascii.startsWith(text, i, opening)) {
        opened = i + opening.length();
      } else if (opened >= 0 && Ascii.startsWith(text, i, closing)) {
        texts.add(text.substring(opened, i));
        opened = -1;
      }
    }
    return new Candidates(texts, opened >= 0);
  }

  /** The last of the code fences, which may lack its end. */
  private static Candidates fenced(String text) {
    List<String> texts = new ArrayList<>();
    int at = text.indexOf(FENCE);
    while (at >= 0) {
      int start = at + FENCE.length();
      // The word behind a fence names the language.
      while (start < text.length() && Character.isLetter(text.charAt(start))) {
        start++;
      }
      int end = text.indexOf(FENCE, start);
      texts.clear();
      texts.add(text.substring(start, end < 0 ? text.length() : end));
      at = end < 0 ? -1 : text.indexOf(FENCE, end + FENCE.length());
    }
    return new Candidates(texts, false);
  }

  /** Boxes that are in no other box. A brace behind a backslash is a sign, not a bracket. */
  private static Candidates boxed(String text) {
    List<String> texts = new ArrayList<>();
    int i = text.indexOf(BOX);
    while (i >= 0) {
      int brace = brace(text, i);
      if (brace < 0) {
        i = text.indexOf(BOX, i + 1);
        continue;
      }
      int end = closingBrace(text, brace + 1);
      if (end < 0) {
        return new Candidates(texts, true);
      }
      texts.add(text.substring(brace + 1, end));
      i = text.indexOf(BOX, end);
    }
    return new Candidates(texts, false);
  }

  /** Where the brace of a box that begins here opens; negative where no box does. */
  private static int brace(String text, int at) {
    if (!text.startsWith(BOX, at)) {
      return -1;
    }
    int i = at + BOX.length();
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == '{' ? i : -1;
  }

  /** Where the brace that opens just before a place is closed; negative where it is not. */
  static int closingBrace(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}
