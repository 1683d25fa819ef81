package org.ponens.generators.planning.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what an answer says of a plan. Total. */
final class PlanCheckReader {

  /** Words that may stand around the number of an action, or around "goal". */
  private static final Set<String> TALK =
      Set.of(
          "the", "plan", "is", "invalid", "step", "action", "at", "fails", "failed", "first", "no",
          "facts", "fact", "missing", "because", "not", "reached", "unmet", "lacks", "number");

  private static final int LONGEST_HEAD = 200;
  private static final int MOST_DIGITS = 6;

  private PlanCheckReader() {}

  /** The claim; empty if the answer is none. */
  static Optional<PlanCheck> read(String answer) {
    String text = answer.strip();
    int facts = factsStart(text);
    List<String> words = words(text.substring(0, Math.min(facts, LONGEST_HEAD)));
    if (facts > LONGEST_HEAD) {
      return Optional.empty();
    }
    if (facts == text.length()) {
      return words.equals(List.of("valid")) || words.equals(List.of("the", "plan", "is", "valid"))
          ? Optional.of(new PlanCheck.Right())
          : Optional.empty();
    }
    List<String> telling = words.stream().filter(word -> !TALK.contains(word)).toList();
    if (telling.size() != 1
        || !(FactReader.read(text.substring(facts))
            instanceof FactReader.Reading.Literals(var literals))
        || literals.stream().anyMatch(literal -> !literal.positive())) {
      return Optional.empty();
    }
    Set<String> missing =
        literals.stream().map(literal -> literal.fact().toString()).collect(Collectors.toSet());
    String word = telling.getFirst();
    if (word.equals("goal")) {
      return Optional.of(new PlanCheck.Misses(missing));
    }
    boolean isNumber =
        word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber
        ? Optional.of(new PlanCheck.Fails(Integer.parseInt(word), missing))
        : Optional.empty();
  }

  /** Where the first fact begins: at its parenthesis, or at the name before it. */
  private static int factsStart(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return text.length();
    }
    int start = open;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
      start--;
    }
    return start;
  }

  private static List<String> words(String head) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= head.length(); i++) {
      char c = i < head.length() ? head.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
    }
    return words;
  }
}
