package org.ponens.solvers.fol.saturation;

/**
 * A term or atom of which equal ones are the same object, made by a {@link TermBank}. Variables are
 * numbered from 0 in each clause.
 */
final class SharedTerm {

  static final SharedTerm[] NONE = {};

  /** Sums of sizes and weights stop here. */
  private static final int MANY = 1 << 26;

  /** The symbol's number, or {@code -1 - i} for variable {@code i}. */
  final int symbol;

  final SharedTerm[] arguments;

  /** Occurrences of symbols and variables, written out as a tree. */
  final int size;

  /** How heavy a clause becomes by it, for the choice of the next clause only. */
  final int weight;

  final int depth;

  /** One more than the greatest variable; 0 for a ground term. */
  final int variables;

  final int hash;

  /** The number of rewrite rules at the time this term was last found irreducible. */
  int irreducibleAt = -1;

  SharedTerm(int symbol, SharedTerm[] arguments, int ownWeight) {
    this.symbol = symbol;
    this.arguments = arguments;
    int sizes = 1;
    int weights = ownWeight;
    int deepest = 0;
    int bound = symbol < 0 ? -symbol : 0;
    for (SharedTerm argument : arguments) {
      sizes = Math.min(MANY, sizes + argument.size);
      weights = Math.min(MANY, weights + argument.weight);
      deepest = Math.max(deepest, argument.depth + 1);
      bound = Math.max(bound, argument.variables);
    }
    this.size = sizes;
    this.weight = weights;
    this.depth = deepest;
    this.variables = bound;
    this.hash = hash(symbol, arguments);
  }

  static int hash(int symbol, SharedTerm[] arguments) {
    int hash = symbol * 0x9E3779B1 + 0x7F4A7C15;
    for (SharedTerm argument : arguments) {
      hash = (hash ^ argument.hash) * 0x85EBCA6B;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  boolean isVariable() {
    return symbol < 0;
  }

  /** The number of this variable. */
  int variable() {
    return -1 - symbol;
  }

  boolean isGround() {
    return variables == 0;
  }

  /** Whether a term or variable occurs in this term. */
  boolean contains(SharedTerm part) {
    if (this == part) {
      return true;
    }
    if (part.size >= size || part.variables > variables) {
      return false;
    }
    for (SharedTerm argument : arguments) {
      if (argument.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
