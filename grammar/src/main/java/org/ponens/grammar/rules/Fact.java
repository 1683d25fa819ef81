package org.ponens.grammar.rules;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A ground literal that is given. Equality disregards where it stands.
 *
 * @param literal without variables
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Fact(Literal literal, Optional<String> gloss, Span span) {

  public Fact {
    gloss = Gloss.normal(gloss);
    Objects.requireNonNull(span);
    if (!literal.isGround()) {
      throw new IllegalArgumentException("a fact holds no variable: " + literal);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact that && literal.equals(that.literal) && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(literal, gloss);
  }
}
