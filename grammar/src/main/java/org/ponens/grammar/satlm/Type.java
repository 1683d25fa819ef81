package org.ponens.grammar.satlm;

/** What a term can be compared with. */
sealed interface Type {

  record Truth() implements Type {}

  record Whole() implements Type {}

  /** A member of a universe of enumerations (see {@link Signature}). */
  record Element(int universe) implements Type {}
}
