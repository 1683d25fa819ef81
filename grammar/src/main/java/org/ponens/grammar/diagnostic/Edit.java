package org.ponens.grammar.diagnostic;

import java.util.Objects;

/** A replacement of a stretch of the source. An empty span inserts, an empty text deletes. */
public record Edit(Span span, String replacement) {

  public Edit {
    Objects.requireNonNull(span);
    Objects.requireNonNull(replacement);
  }
}
