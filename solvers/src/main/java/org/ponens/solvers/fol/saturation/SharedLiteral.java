package org.ponens.solvers.fol.saturation;

import org.ponens.solvers.fol.saturation.KnuthBendixOrder.Comparison;

/**
 * An equation or its negation; an atom is an equation with the true atom on its right. Where the
 * sides can be ordered the left is the greater.
 */
final class SharedLiteral {

  final boolean positive;
  final SharedTerm left;
  final SharedTerm right;
  final boolean equality;

  /** Whether the left side is greater than the right one in every instance. */
  final boolean oriented;

  private SharedLiteral(
      boolean positive, SharedTerm left, SharedTerm right, boolean equality, boolean oriented) {
    this.positive = positive;
    this.left = left;
    this.right = right;
    this.equality = equality;
    this.oriented = oriented;
  }

  static SharedLiteral atom(boolean positive, SharedTerm atom, SharedTerm truth) {
    return new SharedLiteral(positive, atom, truth, false, true);
  }

  static SharedLiteral equation(
      boolean positive, SharedTerm first, SharedTerm second, KnuthBendixOrder order) {
    Comparison comparison = order.compare(first, second);
    boolean swap =
        comparison == Comparison.LESS
            || (comparison == Comparison.INCOMPARABLE && first.size < second.size);
    boolean oriented = comparison == Comparison.LESS || comparison == Comparison.GREATER;
    return swap
        ? new SharedLiteral(positive, second, first, true, oriented)
        : new SharedLiteral(positive, first, second, true, oriented);
  }

  /** The same literal with other sides. */
  SharedLiteral with(SharedTerm newLeft, SharedTerm newRight, KnuthBendixOrder order) {
    if (newLeft == left && newRight == right) {
      return this;
    }
    return equality ? equation(positive, newLeft, newRight, order) : atom(positive, newLeft, right);
  }

  SharedTerm side(int side) {
    return side == 0 ? left : right;
  }

  /** Whether both say the same of the same sides, in any order. */
  boolean sameAs(SharedLiteral other) {
    return positive == other.positive && sameAtom(other);
  }

  boolean sameAtom(SharedLiteral other) {
    return (left == other.left && right == other.right)
        || (equality && left == other.right && right == other.left);
  }

  /** An equation between equal sides. */
  boolean isTrivial() {
    return left == right;
  }

  int variables() {
    return Math.max(left.variables, right.variables);
  }

  int size() {
    return equality ? left.size + right.size + 1 : left.size;
  }

  int weight() {
    return equality ? left.weight + right.weight + 2 : left.weight;
  }

  int depth() {
    return Math.max(left.depth, right.depth);
  }
}
