package org.ponens.grammar.fol;

/**
 * A place at which a formula uses a symbol.
 *
 * @param arity its number of arguments
 * @param start offset of the name in the source
 * @param end offset behind the name
 */
record SymbolUse(String name, int arity, Kind kind, int start, int end) {

  enum Kind {
    PREDICATE,
    /** A predicate without arguments and without parentheses: a word. */
    PROPOSITION,
    FUNCTION,
    CONSTANT,
    VARIABLE
  }
}
