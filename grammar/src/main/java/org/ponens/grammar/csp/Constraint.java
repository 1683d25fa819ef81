package org.ponens.grammar.csp;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A condition that every solution meets. Equality disregards where it stands.
 *
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Constraint(Condition condition, Optional<String> gloss, Span span) {

  public Constraint {
    Objects.requireNonNull(condition);
    gloss = gloss.map(Identifiers::oneLine).filter(words -> !words.isEmpty());
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constraint that
        && condition.equals(that.condition)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(condition, gloss);
  }
}
