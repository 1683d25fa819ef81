package org.ponens.translators.english;

import java.util.List;
import java.util.Set;

/** Whether sentences are about the same, by their words. */
public final class Likeness {

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "the", "is", "are", "be", "been", "was", "were", "to", "of", "in", "on", "at",
          "by", "for", "and", "or", "that", "then", "than", "it", "its", "as", "with", "from",
          "does", "do", "has", "have", "this", "these", "those", "there", "if");

  private Likeness() {}

  /** Whether a sentence has at least three quarters of the content words of another. */
  public static boolean covers(String sentence, String other) {
    List<String> words = Words.of(sentence);
    List<String> content =
        Words.of(other).stream().filter(w -> !FUNCTION_WORDS.contains(w)).distinct().toList();
    long found =
        content.stream().filter(w -> words.stream().anyMatch(v -> Words.same(v, w))).count();
    return !content.isEmpty() && 4 * found >= 3L * content.size();
  }

  /** Whether a sentence has the words of a name, in their order. */
  public static boolean mentions(String sentence, String name) {
    List<String> words = Words.of(sentence);
    List<String> parts = Words.ofName(name);
    for (int i = 0; !parts.isEmpty() && i + parts.size() <= words.size(); i++) {
      boolean all = true;
      for (int k = 0; all && k < parts.size(); k++) {
        all = Words.same(words.get(i + k), parts.get(k));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }
}
