package org.ponens.translators.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a multiple-choice question asks of its options, by its wording. */
public enum QuestionForm {
  /** The right option is true in every solution. */
  MUST_BE_TRUE,
  /** The right option is true in some solution. */
  COULD_BE_TRUE,
  /** The right option is true in no solution. */
  CANNOT_BE_TRUE,
  /** The right option is false in some solution. */
  COULD_BE_FALSE;

  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never");

  /**
   * The form of a question; empty where its wording does not tell, or asks for a list or a number
   * instead. Only the part behind the last "which" or "each of the" counts, so that a condition
   * ("If X must ..., then") does not mislead.
   */
  public static Optional<QuestionForm> of(String question) {
    List<String> words = Words.of(question);
    String text = String.join(" ", words);
    if (asksForNumber(question)
        || text.contains("accurate list")
        || text.contains("determined")
        || text.contains("determine ")) {
      return Optional.empty();
    }
    int from = Math.max(0, Math.max(words.lastIndexOf("which"), words.lastIndexOf("each")));
    Optional<QuestionForm> plain = plain(words.subList(from, words.size()));
    return words.contains("except") ? plain.map(QuestionForm::complement) : plain;
  }

  /**
   * Whether a question asks for a number over all solutions: a maximum, a minimum, how many could.
   */
  public static boolean asksForNumber(String question) {
    List<String> words = Words.of(question);
    boolean most =
        words.stream()
            .anyMatch(
                Set.of("maximum", "minimum", "greatest", "fewest", "largest", "smallest")
                    ::contains);
    int many = words.indexOf("how") + 1;
    return most || (many > 0 && many < words.size() && words.get(many).equals("many"));
  }

  /** The form of the options that are not right: what EXCEPT asks for. */
  public QuestionForm complement() {
    return switch (this) {
      case MUST_BE_TRUE -> COULD_BE_FALSE;
      case COULD_BE_TRUE -> CANNOT_BE_TRUE;
      case CANNOT_BE_TRUE -> COULD_BE_TRUE;
      case COULD_BE_FALSE -> MUST_BE_TRUE;
    };
  }

  private static Optional<QuestionForm> plain(List<String> words) {
    boolean isFalse = words.contains("false") || words.contains("untrue");
    for (int i = 0; i < words.size(); i++) {
      boolean negated = i + 1 < words.size() && NEGATIONS.contains(words.get(i + 1));
      Optional<QuestionForm> found =
          switch (words.get(i)) {
            case "cannot", "impossible" -> Optional.of(CANNOT_BE_TRUE);
            case "could", "can", "may", "might", "possible", "acceptable", "permissible" ->
                Optional.of(negated ? CANNOT_BE_TRUE : COULD_BE_TRUE);
            case "must", "necessarily", "required" -> Optional.of(MUST_BE_TRUE);
            case "has" ->
                i + 1 < words.size() && words.get(i + 1).equals("to")
                    ? Optional.of(MUST_BE_TRUE)
                    : Optional.<QuestionForm>empty();
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return isFalse ? found.map(QuestionForm::ofDenial) : found;
      }
    }
    return Optional.empty();
  }

  /** The form of an option that is asked to be false in this way. */
  private QuestionForm ofDenial() {
    return switch (this) {
      case MUST_BE_TRUE -> CANNOT_BE_TRUE;
      case COULD_BE_TRUE -> COULD_BE_FALSE;
      case CANNOT_BE_TRUE -> MUST_BE_TRUE;
      case COULD_BE_FALSE -> COULD_BE_TRUE;
    };
  }
}
