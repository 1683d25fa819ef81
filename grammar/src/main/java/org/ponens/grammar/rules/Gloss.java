package org.ponens.grammar.rules;

import java.util.Optional;

/** The form in which glosses are kept: one line, without blanks around it, never empty. */
final class Gloss {

  private Gloss() {}

  static Optional<String> normal(Optional<String> gloss) {
    return gloss
        .map(words -> words.replace('\n', ' ').replace('\r', ' ').strip())
        .filter(words -> !words.isEmpty());
  }
}
