package org.ponens.grammar.layout;

import java.util.Collection;
import java.util.Optional;

/** The known name that an unknown one is most likely meant to be. */
public final class Nearest {

  private Nearest() {}

  /**
   * A name that differs in spelling alone, is one edit apart, or two for words of six letters and
   * more; empty where several are as near. Numbered siblings ({@code p1}, {@code p2}) are not near.
   */
  public static Optional<String> to(String unknown, Collection<String> known) {
    Optional<String> spelled = Names.closest(unknown, known);
    if (spelled.isPresent()) {
      return spelled;
    }
    String best = "";
    int least = 3;
    int count = 0;
    for (String name : known) {
      int distance = EditDistance.between(unknown, name, 2);
      int allowed = Math.min(unknown.length(), name.length()) >= 6 ? 2 : 1;
      if (distance > allowed
          || Math.min(unknown.length(), name.length()) < 3
          || siblings(unknown, name)) {
        continue;
      }
      if (distance < least) {
        least = distance;
        best = name;
        count = 1;
      } else if (distance == least) {
        count++;
      }
    }
    return count == 1 ? Optional.of(best) : Optional.empty();
  }

  private static boolean siblings(String a, String b) {
    return a.replaceAll("[0-9]+", "#").equals(b.replaceAll("[0-9]+", "#"));
  }
}
