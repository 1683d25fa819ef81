package org.ponens.grammar.rules;

import java.util.List;
import java.util.Optional;

/**
 * A statement as written, in disjunctive normal form.
 *
 * @param place the section it stands in
 * @param arrow what connects the two sides; {@code NONE} where there is only the left one
 * @param left alternatives, each a conjunction; the body, or what is stated
 * @param right the head's alternatives
 */
record RawStatement(
    Place place,
    Arrow arrow,
    List<List<RawLiteral>> left,
    List<List<RawLiteral>> right,
    Optional<String> gloss,
    int start,
    int end) {

  /** Where a statement stands. */
  enum Place {
    PREDICATES,
    FACTS,
    RULES,
    QUERY,
    /** Before any header, or under one that is none of ours. */
    ELSEWHERE
  }

  /** The connective of a rule. */
  enum Arrow {
    NONE,
    FORWARD,
    IFF
  }
}
