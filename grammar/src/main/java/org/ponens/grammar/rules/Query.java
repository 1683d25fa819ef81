package org.ponens.grammar.rules;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * The literal that is asked for; with variables, whether some instance of it holds. Equality
 * disregards where it stands.
 *
 * @param literal what is asked
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Query(Literal literal, Optional<String> gloss, Span span) {

  public Query {
    Objects.requireNonNull(literal);
    gloss = Gloss.normal(gloss);
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Query that && literal.equals(that.literal) && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(literal, gloss);
  }
}
