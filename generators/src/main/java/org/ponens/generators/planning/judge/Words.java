package org.ponens.generators.planning.judge;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ponens.solvers.planning.validation.Validation;

/** Answers of one word, and reasons for people. */
final class Words {

  private static final int MOST_DIGITS = 4;

  private Words() {}

  /** The number that is all of an answer, but for words such as "goal" before it. */
  static OptionalInt number(String answer) {
    String text = answer.strip();
    int number = 0;
    int digits = 0;
    boolean over = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (over || ++digits > MOST_DIGITS) {
          return OptionalInt.empty();
        }
        number = 10 * number + (c - '0');
      } else {
        over |= digits > 0;
        boolean isLabel = digits == 0 && "goal #(".indexOf(Character.toLowerCase(c)) >= 0;
        if (!isLabel && ".):".indexOf(c) < 0) {
          return OptionalInt.empty();
        }
      }
    }
    return digits == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Why a plan is none, as a phrase. */
  static String of(Validation.Invalid invalid) {
    if (invalid.failures().isEmpty()) {
      List<String> missing =
          invalid.goal().stream()
              .filter(part -> !part.holds())
              .map(Validation.GoalPart::text)
              .toList();
      return "the goal is not reached: " + some(missing) + missing(missing);
    }
    Validation.Failure failure = invalid.failures().getFirst();
    String action = "action " + failure.number() + ", " + failure.step();
    return switch (failure.reason()) {
      case Validation.UnknownAction unknown -> action + ", is no action of the domain";
      case Validation.WrongArity arity ->
          action + ", should have " + arity.action().parameters().size() + " objects";
      case Validation.UnknownObject unknown -> action + ": there is no object " + unknown.name();
      case Validation.WrongType type ->
          action + ": " + type.object() + " is of another type than " + type.type();
      case Validation.Unmet(var conditions) -> {
        List<String> texts = conditions.stream().map(Validation.FalseCondition::text).toList();
        yield action + ", can't be done: " + some(texts) + missing(texts);
      }
      case Validation.NoNumber number -> action + ": " + number.why();
    };
  }

  private static String some(List<String> texts) {
    return texts.stream().limit(5).collect(Collectors.joining(" and "));
  }

  private static String missing(List<String> texts) {
    return texts.size() == 1 ? " is false" : " are false";
  }
}
