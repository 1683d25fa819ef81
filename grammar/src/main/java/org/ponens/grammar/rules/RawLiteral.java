package org.ponens.grammar.rules;

import java.util.List;

/**
 * A literal as written, before names are identified over the whole program.
 *
 * @param value the Boolean argument
 * @param positive the sign, the value and all negations before it taken together
 * @param negated whether a negation sign was written
 * @param start offset of the literal's first character, negation signs included
 */
record RawLiteral(
    RawName predicate,
    List<RawTerm> arguments,
    Value value,
    boolean positive,
    boolean negated,
    int start,
    int end) {

  /** What stands in the place of the Boolean argument. */
  enum Value {
    /** True or False. */
    GIVEN,
    /** True or False behind the atom: {@code P(x) = True}. */
    BEHIND,
    ABSENT,
    /** The word bool: a declaration. */
    TYPE,
    /** A word that is no truth value: Unknown. */
    NONE
  }

  /** Where a name stands and how it is written. */
  record RawName(String text, Form form, int words, int start, int end) {

    enum Form {
      BARE,
      QUOTED,
      /** Quoted and marked as exact: no other spelling is the same symbol. */
      EXACT
    }
  }

  /**
   * An argument.
   *
   * @param marked whether it is a variable by its {@code $} or {@code ?}
   */
  record RawTerm(RawName name, boolean marked) {}

  RawLiteral negate(int from) {
    return new RawLiteral(predicate, arguments, value, !positive, true, from, end);
  }

  /** Takes the last argument for the value. */
  RawLiteral withoutLast(boolean truth) {
    return new RawLiteral(
        predicate,
        arguments.subList(0, arguments.size() - 1),
        Value.BEHIND,
        positive == truth,
        negated,
        start,
        end);
  }

  RawLiteral withValue(boolean truth, int newEnd) {
    return new RawLiteral(
        predicate, arguments, Value.BEHIND, positive == truth, negated, start, newEnd);
  }
}
