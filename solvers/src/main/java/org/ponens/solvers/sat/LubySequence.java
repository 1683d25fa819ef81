package org.ponens.solvers.sat;

/** How long a search runs between restarts where nothing is known of the best length. */
final class LubySequence {

  private LubySequence() {}

  /** 1, 1, 2, 1, 1, 2, 4, ... (Luby, Sinclair & Zuckerman, 1993). */
  static long at(long index) {
    long size = 1;
    int power = 0;
    while (size < index + 1) {
      size = 2 * size + 1;
      power++;
    }
    long at = index;
    while (size - 1 != at) {
      size = (size - 1) >> 1;
      power--;
      at %= size;
    }
    return 1L << power;
  }
}
