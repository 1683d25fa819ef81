package org.ponens.grammar.satlm;

import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * An option of the question. Equality disregards where it stands.
 *
 * @param label its letter
 * @param query what is asked
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record SatlmOption(String label, Query query, Optional<String> gloss, Span span) {

  public SatlmOption {
    Objects.requireNonNull(label);
    Objects.requireNonNull(query);
    Objects.requireNonNull(gloss);
    Objects.requireNonNull(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SatlmOption that
        && label.equals(that.label)
        && query.equals(that.query)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, query, gloss);
  }
}
