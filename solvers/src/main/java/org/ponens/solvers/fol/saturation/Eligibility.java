package org.ponens.solvers.fol.saturation;

import java.util.Arrays;
import org.ponens.solvers.fol.saturation.KnuthBendixOrder.Comparison;

/**
 * Decides which literals of a clause inferences work on: the selected negative literal, or the
 * maximal literals (Bachmair and Ganzinger 1994).
 */
final class Eligibility {

  private final KnuthBendixOrder order;
  private final Strategy.Selection selection;

  Eligibility(KnuthBendixOrder order, Strategy.Selection selection) {
    this.order = order;
    this.selection = selection;
  }

  void decide(SharedClause clause) {
    SharedLiteral[] literals = clause.literals;
    boolean[] eligible = new boolean[literals.length];
    clause.eligible = eligible;
    clause.selected = false;
    int selected = -1;
    if (selection != Strategy.Selection.NONE) {
      selected = select(literals);
    }
    if (selected < 0 || selection == Strategy.Selection.UNLESS_ONE_MAXIMAL) {
      int maximal = 0;
      for (int i = 0; i < literals.length; i++) {
        eligible[i] = isMaximal(literals, i);
        maximal += eligible[i] ? 1 : 0;
      }
      if (selected < 0 || maximal == 1) {
        return;
      }
      Arrays.fill(eligible, false);
    }
    eligible[selected] = true;
    clause.selected = true;
  }

  private int select(SharedLiteral[] literals) {
    int best = -1;
    for (int i = 0; i < literals.length; i++) {
      if (!literals[i].positive && (best < 0 || better(literals[i], literals[best]))) {
        best = i;
      }
    }
    return best;
  }

  private boolean better(SharedLiteral first, SharedLiteral second) {
    return switch (selection) {
      case NONE -> false;
      case LARGEST_NEGATIVE, UNLESS_ONE_MAXIMAL -> first.size() > second.size();
      case MOST_GROUND -> {
        boolean firstGround = first.variables() == 0;
        boolean secondGround = second.variables() == 0;
        if (firstGround != secondGround) {
          yield firstGround;
        }
        yield firstGround
            ? first.size() < second.size()
            : sizeDifference(first) > sizeDifference(second);
      }
    };
  }

  private static int sizeDifference(SharedLiteral literal) {
    return literal.equality ? literal.left.size - literal.right.size : literal.left.size;
  }

  private boolean isMaximal(SharedLiteral[] literals, int index) {
    for (int i = 0; i < literals.length; i++) {
      if (i != index && greater(literals[i], literals[index])) {
        return false;
      }
    }
    return true;
  }

  /** The multiset order on literals: a negative literal counts its sides twice. */
  boolean greater(SharedLiteral first, SharedLiteral second) {
    if (!first.equality && !second.equality) {
      Comparison atoms = order.compare(first.left, second.left);
      return atoms == Comparison.GREATER
          || (atoms == Comparison.EQUAL && !first.positive && second.positive);
    }
    if (first.sameAtom(second)) {
      return !first.positive && second.positive;
    }
    // What both have is taken away; then each side of the second needs a greater one in the first.
    int[] firstCount = counts(first);
    int[] secondCount = counts(second);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        if (first.side(i) == second.side(j)) {
          int common = Math.min(firstCount[i], secondCount[j]);
          firstCount[i] -= common;
          secondCount[j] -= common;
        }
      }
    }
    if (firstCount[0] + firstCount[1] == 0) {
      return false;
    }
    for (int j = 0; j < 2; j++) {
      if (secondCount[j] > 0) {
        boolean dominated =
            (firstCount[0] > 0 && order.greater(first.left, second.side(j)))
                || (firstCount[1] > 0 && order.greater(first.right, second.side(j)));
        if (!dominated) {
          return false;
        }
      }
    }
    return true;
  }

  private static int[] counts(SharedLiteral literal) {
    int each = literal.positive ? 1 : 2;
    return new int[] {each, each};
  }
}
