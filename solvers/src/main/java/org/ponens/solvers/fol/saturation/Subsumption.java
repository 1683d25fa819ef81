package org.ponens.solvers.fol.saturation;

import java.util.Arrays;

/**
 * Tests whether an instance of a clause is part of another one (each literal matched to a different
 * one, so that a clause does not subsume its own factors), or would be if one literal of the other
 * had the opposite sign. Tests that take too long fail.
 */
final class Subsumption {

  /** The instance of the first clause is not part of the second. */
  static final int NO = -2;

  /** The instance is a part. */
  static final int SUBSUMED = -1;

  private static final int MAX_WORK = 400;

  private final Matcher matcher = new Matcher();
  private SharedLiteral[] general = {};
  private SharedLiteral[] special = {};
  private boolean[] used = {};
  private int flipped;
  private int work;

  /**
   * {@link #SUBSUMED}, the index of the literal of {@code other} that may be deleted, or {@link
   * #NO}; in the first two cases {@link #matcher} holds the instance.
   */
  int test(SharedClause clause, SharedLiteral[] other, boolean signsMatter) {
    if (clause.literals.length > other.length || !plausible(clause.literals, other, signsMatter)) {
      return NO;
    }
    general = clause.literals;
    special = other;
    if (used.length < other.length) {
      used = new boolean[other.length * 2];
    }
    flipped = SUBSUMED;
    work = 0;
    matcher.start(clause.variables);
    Arrays.fill(used, 0, other.length, false);
    if (extend(0, !signsMatter)) {
      return flipped;
    }
    return NO;
  }

  Matcher matcher() {
    return matcher;
  }

  private static boolean plausible(
      SharedLiteral[] general, SharedLiteral[] special, boolean signsMatter) {
    int misses = 0;
    for (SharedLiteral g : general) {
      boolean same = false;
      boolean opposite = false;
      for (SharedLiteral s : special) {
        if (g.equality == s.equality
            && (g.left.symbol == s.left.symbol || g.equality)
            && g.size() <= s.size()) {
          if (g.positive == s.positive) {
            same = true;
            break;
          }
          opposite = true;
        }
      }
      if (!same && (signsMatter || !opposite || ++misses > 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean extend(int index, boolean mayFlip) {
    if (index == general.length) {
      return true;
    }
    if (++work > MAX_WORK) {
      return false;
    }
    SharedLiteral g = general[index];
    for (int i = 0; i < special.length; i++) {
      SharedLiteral s = special[i];
      if (used[i] || g.equality != s.equality) {
        continue;
      }
      boolean flips = g.positive != s.positive;
      if (flips && (!mayFlip || flipped != SUBSUMED)) {
        continue;
      }
      int mark = matcher.mark();
      for (int way = 0; way < (g.equality ? 2 : 1); way++) {
        boolean matched =
            g.equality
                ? matcher.match(g.left, s.side(way)) && matcher.match(g.right, s.side(1 - way))
                : matcher.match(g.left, s.left);
        if (matched) {
          used[i] = true;
          int before = flipped;
          if (flips) {
            flipped = i;
          }
          if (extend(index + 1, mayFlip)) {
            return true;
          }
          flipped = before;
          used[i] = false;
        }
        matcher.undo(mark);
      }
    }
    return false;
  }
}
