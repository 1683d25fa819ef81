package org.ponens.solvers.fol.saturation;

/**
 * The Knuth-Bendix order (Knuth and Bendix 1970) in which every symbol and variable weighs one; the
 * true atom is less than all else. A simplification order, total on ground terms.
 */
final class KnuthBendixOrder {

  /** How the first of two terms stands to the second. */
  enum Comparison {
    GREATER,
    LESS,
    EQUAL,
    INCOMPARABLE;

    Comparison reverse() {
      return switch (this) {
        case GREATER -> LESS;
        case LESS -> GREATER;
        case EQUAL -> EQUAL;
        case INCOMPARABLE -> INCOMPARABLE;
      };
    }
  }

  private final Signature signature;
  private final SharedTerm truth;
  private int[] balance = new int[16];

  KnuthBendixOrder(Signature signature, TermBank bank) {
    this.signature = signature;
    this.truth = bank.truth;
  }

  boolean greater(SharedTerm first, SharedTerm second) {
    return compare(first, second) == Comparison.GREATER;
  }

  Comparison compare(SharedTerm first, SharedTerm second) {
    if (first == second) {
      return Comparison.EQUAL;
    }
    if (second == truth) {
      return Comparison.GREATER;
    }
    if (first == truth) {
      return Comparison.LESS;
    }
    if (first.isVariable()) {
      return second.contains(first) ? Comparison.LESS : Comparison.INCOMPARABLE;
    }
    if (second.isVariable()) {
      return first.contains(second) ? Comparison.GREATER : Comparison.INCOMPARABLE;
    }
    Comparison byWeight = byWeight(first, second);
    return switch (byWeight) {
      case GREATER -> noVariableMoreOften(first, second, 1) ? byWeight : Comparison.INCOMPARABLE;
      case LESS -> noVariableMoreOften(first, second, -1) ? byWeight : Comparison.INCOMPARABLE;
      case EQUAL, INCOMPARABLE -> Comparison.INCOMPARABLE;
    };
  }

  /** Compares by weight, then head symbol, then arguments; variables are not counted. */
  private Comparison byWeight(SharedTerm first, SharedTerm second) {
    if (first.size != second.size) {
      return first.size > second.size ? Comparison.GREATER : Comparison.LESS;
    }
    if (first.symbol != second.symbol) {
      return signature.precedence(first.symbol) > signature.precedence(second.symbol)
          ? Comparison.GREATER
          : Comparison.LESS;
    }
    for (int i = 0; i < first.arguments.length; i++) {
      if (first.arguments[i] != second.arguments[i]) {
        return compare(first.arguments[i], second.arguments[i]);
      }
    }
    return Comparison.EQUAL;
  }

  /** Whether no variable occurs more often in the lesser term; sign 1 if that is the second. */
  private boolean noVariableMoreOften(SharedTerm first, SharedTerm second, int sign) {
    SharedTerm greater = sign > 0 ? first : second;
    SharedTerm lesser = sign > 0 ? second : first;
    if (lesser.isGround()) {
      return true;
    }
    if (lesser.variables > greater.variables) {
      return false;
    }
    if (balance.length < greater.variables) {
      balance = new int[greater.variables * 2];
    }
    int used = greater.variables;
    count(greater, 1);
    count(lesser, -1);
    boolean good = true;
    for (int i = 0; i < used; i++) {
      good &= balance[i] >= 0;
      balance[i] = 0;
    }
    return good;
  }

  private void count(SharedTerm term, int by) {
    if (term.isVariable()) {
      balance[term.variable()] += by;
    } else if (!term.isGround()) {
      for (SharedTerm argument : term.arguments) {
        count(argument, by);
      }
    }
  }
}
