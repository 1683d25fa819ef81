package org.ponens.grammar.pddl;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.layout.EditDistance;

/** The words with a colon, by where they stand. */
final class Keywords {

  /** Heads of the sections of a domain or a problem. */
  static final Set<String> SECTIONS =
      Set.of(
          ":requirements",
          ":types",
          ":constants",
          ":predicates",
          ":functions",
          ":constraints",
          ":action",
          ":durative-action",
          ":derived",
          ":axiom",
          ":process",
          ":event",
          ":domain",
          ":objects",
          ":init",
          ":goal",
          ":metric",
          ":length",
          ":task",
          ":method",
          ":htn");

  /** Heads of sections that hold keys. */
  static final Set<String> OPERATORS =
      Set.of(":action", ":durative-action", ":process", ":event", ":axiom", ":task", ":method");

  /** Keys within operators. */
  static final Set<String> KEYS =
      Set.of(":parameters", ":precondition", ":effect", ":condition", ":duration", ":vars");

  private Keywords() {}

  /** The known word that this one is, or is most likely meant to be. */
  static Optional<String> meant(String word, Collection<String> known) {
    if (known.contains(word)) {
      return Optional.of(word);
    }
    Optional<String> best = Optional.empty();
    int least = 3;
    for (String candidate : known) {
      int distance = EditDistance.between(word, candidate, 2);
      if (distance < least && candidate.length() > 4) {
        least = distance;
        best = Optional.of(candidate);
      } else if (distance == least) {
        best = Optional.empty();
      }
    }
    return best;
  }
}
