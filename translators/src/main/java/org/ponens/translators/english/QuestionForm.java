package org.ponens.translators.english;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  private static final List<String> COULD =
      List.of(
          "could be true", "could be", "can be", "might be", "may be", "is possible", "acceptable",
          "could have", "is permissible");
  private static final List<String> MUST =
      List.of("must be true", "must be", "must", "has to be", "is required", "necessarily");
  private static final List<String> CANNOT =
      List.of(
          "cannot be", "can not be", "could not be", "must be false", "cannot", "is impossible",
          "could not", "can't");

  /**
   * The form of a question; empty where its wording does not tell. Only the part behind the last
   * comma or "which" counts, so that conditions ("If X must ..., then") do not mislead.
   */
  public static Optional<QuestionForm> of(String question) {
    String text = question.toLowerCase(Locale.ROOT).strip();
    if (text.contains("complete and accurate list")
        || text.contains("maximum")
        || text.contains("minimum")
        || text.contains("how many")
        || text.contains("fully determined")
        || text.contains("completely determine")) {
      return Optional.empty();
    }
    boolean except = text.contains(" except");
    int from = Math.max(0, Math.max(text.lastIndexOf("which"), text.lastIndexOf("each of the")));
    String asked = text.substring(from);
    Optional<QuestionForm> plain = plain(asked).or(() -> from == 0 ? Optional.empty() : plain(text));
    return except ? plain.map(QuestionForm::complement) : plain;
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

  private static Optional<QuestionForm> plain(String text) {
    boolean could = COULD.stream().anyMatch(text::contains);
    boolean cannot = CANNOT.stream().anyMatch(text::contains);
    boolean must = MUST.stream().anyMatch(text::contains);
    if (text.contains("could be false") || text.contains("can be false")) {
      return Optional.of(COULD_BE_FALSE);
    }
    if (cannot) {
      return could || (must && !text.contains("must be false"))
          ? Optional.empty()
          : Optional.of(CANNOT_BE_TRUE);
    }
    if (could == must) {
      return Optional.empty();
    }
    return Optional.of(could ? COULD_BE_TRUE : MUST_BE_TRUE);
  }
}
