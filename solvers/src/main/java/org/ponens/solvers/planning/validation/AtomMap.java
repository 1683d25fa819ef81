package org.ponens.solvers.planning.validation;

import java.util.function.LongConsumer;

/** Numbers other than 0 by atoms' codes: an open hash table without objects in it. */
final class AtomMap {

  private long[] keys;
  private int[] values;
  private int size;

  AtomMap(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2 - 1)) << 1;
    keys = new long[capacity];
    values = new int[capacity];
  }

  /** The number of an atom, or 0. */
  int get(long code) {
    return values[position(code)];
  }

  void put(long code, int value) {
    int at = position(code);
    if (values[at] == 0) {
      if (2 * ++size > keys.length) {
        grow();
        at = position(code);
      }
      keys[at] = code;
    }
    values[at] = value;
  }

  int size() {
    return size;
  }

  void forEach(LongConsumer action) {
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != 0) {
        action.accept(keys[i]);
      }
    }
  }

  private int position(long code) {
    int mask = keys.length - 1;
    long mixed = code * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 40) & mask;
    while (values[at] != 0 && keys[at] != code) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int at = position(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
