package org.ponens.translators.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a plain English statement affirms or denies. */
public enum Polarity {
  AFFIRMATIVE,
  NEGATIVE;

  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "cannot");
  // With one of these a statement is no plain subject and predicate, and nothing is claimed.
  private static final Set<String> COMPOUND =
      Set.of(
          "if",
          "or",
          "either",
          "neither",
          "nor",
          "unless",
          "only",
          "but",
          "then",
          "no",
          "none",
          "nobody",
          "nothing",
          "without",
          "all",
          "every",
          "each",
          "some",
          "any",
          "everyone",
          "someone",
          "anyone",
          "everything",
          "something",
          "anything",
          "there",
          "and",
          "both",
          "who",
          "that",
          "which",
          "when",
          "because",
          "fail",
          "fails",
          "lacks",
          "lack");

  /** The opposite. */
  public Polarity negate() {
    return this == AFFIRMATIVE ? NEGATIVE : AFFIRMATIVE;
  }

  /**
   * The polarity of a statement of one subject and one predicate; empty where it is not so plain.
   */
  public static Optional<Polarity> ofStatement(String statement) {
    List<String> words = Words.of(statement);
    if (words.isEmpty() || words.stream().anyMatch(COMPOUND::contains)) {
      return Optional.empty();
    }
    long negations = words.stream().filter(NEGATIONS::contains).count();
    return Optional.of(negations % 2 == 0 ? AFFIRMATIVE : NEGATIVE);
  }

  /** Whether a predicate's name denies by itself, as in {@code NotKind} or {@code isNotRed}. */
  public static boolean negatesByName(String name) {
    return Words.ofName(name).stream()
        .anyMatch(w -> w.equals("not") || w.equals("non") || w.equals("no") || w.equals("never"));
  }
}
