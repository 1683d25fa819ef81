package org.ponens.solvers.prolog;

/**
 * Terms as numbers: three bits say what a cell is, the others which.
 *
 * <p>A reference points into the heap; where it points at itself the variable is free. Objects are
 * atoms that no program can write; their numbers are disguised by the key of an evaluation.
 */
final class Cell {

  static final int BITS = 3;
  static final int MASK = 7;

  static final int REF = 0;
  static final int ATOM = 1;
  static final int OBJECT = 2;
  static final int INT = 3;
  static final int REAL = 4;
  static final int STRUCT = 5;

  /** In a clause only: the first occurrence of a variable in the head. */
  static final int FIRST = 6;

  /** Integers have 61 bits. */
  static final long MAX_INT = (1L << 60) - 1;

  private Cell() {}

  static long of(int tag, long payload) {
    return (payload << BITS) | tag;
  }

  static int tag(long cell) {
    return (int) cell & MASK;
  }

  static int index(long cell) {
    return (int) (cell >>> BITS);
  }

  /** Of an integer. */
  static long value(long cell) {
    return cell >> BITS;
  }

  /** What stands at the head of a compound term on the heap. */
  static long functor(int atom, int arity) {
    return ((long) atom << 16) | arity;
  }

  static int arity(long functor) {
    return (int) functor & 0xFFFF;
  }

  static int atom(long functor) {
    return (int) (functor >>> 16);
  }

  /** What a variable is not, nor a compound term. */
  static boolean isAtomic(long cell) {
    int tag = tag(cell);
    return tag != REF && tag != STRUCT;
  }

  /**
   * An object's cell as it is in an evaluation with this key, and back; other cells as they are.
   */
  static long disguised(long cell, long key) {
    return tag(cell) == OBJECT ? cell ^ (key << BITS) : cell;
  }
}
