package org.ponens.grammar.satlm;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A formula that the program takes to be true. Equality disregards where it stands.
 *
 * @param formula closed
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Constraint(Expression formula, Optional<String> gloss, Span span) {

  public Constraint {
    Objects.requireNonNull(formula);
    Objects.requireNonNull(gloss);
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constraint that
        && formula.equals(that.formula)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(formula, gloss);
  }
}
