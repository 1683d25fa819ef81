package org.ponens.grammar.fol;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A formula that stands in a problem. Equality disregards where it stands.
 *
 * @param label its name: {@code premise 3}, or the name a TPTP file gives it
 * @param formula closed
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Statement(String label, Formula formula, Optional<String> gloss, Span span) {

  public Statement {
    Objects.requireNonNull(label);
    Objects.requireNonNull(formula);
    Objects.requireNonNull(gloss);
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Statement that
        && label.equals(that.label)
        && formula.equals(that.formula)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, formula, gloss);
  }
}
