package org.ponens.grammar.diagnostic;

import java.util.Locale;

/**
 * The stable name of a kind of diagnostic. Each language has an enum of its own; tests and programs
 * rely on {@link #id()}, never on the wording.
 */
public interface DiagnosticCode {

  /** The enum constant's name. */
  String name();

  /** The language (or {@code text}) that the code belongs to: the first half of its id. */
  String language();

  /** For example {@code fol.unbalanced-parenthesis}; never changes once released. */
  default String id() {
    return language() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
