package org.ponens.grammar.csp;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * One of the statements of which is asked whether they follow. Equality disregards where it stands.
 *
 * @param label a capital letter, or a number where letters do not suffice
 * @param condition empty where the option could not be read, and so cannot be decided
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record CspOption(
    String label, Optional<Condition> condition, Optional<String> gloss, Span span) {

  public CspOption {
    if (!Identifiers.isLabel(label)) {
      throw new IllegalArgumentException("no label of an option: " + label);
    }
    Objects.requireNonNull(condition);
    gloss = gloss.map(Identifiers::oneLine).filter(words -> !words.isEmpty());
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CspOption that
        && label.equals(that.label)
        && condition.equals(that.condition)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, condition, gloss);
  }
}
