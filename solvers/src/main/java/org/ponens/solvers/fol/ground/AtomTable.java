package org.ponens.solvers.fol.ground;

import java.util.Arrays;

/** Numbers ground atoms from 1: a hash table of integer tuples (predicate, arguments). */
final class AtomTable {

  private int[] pool = new int[256];
  private int poolSize;
  private int[] starts = new int[64];
  private int count;
  private int[] buckets = new int[128];

  /** The number of atoms; they are {@code 1..size()}. */
  int size() {
    return count;
  }

  /** The atom's number, new if it is. The tuple starts with the predicate. */
  int intern(int[] tuple, int length) {
    int mask = buckets.length - 1;
    int slot = hash(tuple, length) & mask;
    while (buckets[slot] != 0) {
      if (matches(buckets[slot], tuple, length)) {
        return buckets[slot];
      }
      slot = (slot + 1) & mask;
    }
    if (poolSize + length > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(2 * pool.length, poolSize + length));
    }
    if (count + 2 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    count++;
    starts[count] = poolSize;
    System.arraycopy(tuple, 0, pool, poolSize, length);
    poolSize += length;
    starts[count + 1] = poolSize;
    buckets[slot] = count;
    if (2 * count > buckets.length) {
      rehash();
    }
    return count;
  }

  int predicate(int atom) {
    return pool[starts[atom]];
  }

  /** The arguments of an atom. */
  int[] arguments(int atom) {
    return Arrays.copyOfRange(pool, starts[atom] + 1, starts[atom + 1]);
  }

  int argument(int atom, int index) {
    return pool[starts[atom] + 1 + index];
  }

  private boolean matches(int atom, int[] tuple, int length) {
    return starts[atom + 1] - starts[atom] == length
        && Arrays.equals(pool, starts[atom], starts[atom + 1], tuple, 0, length);
  }

  private static int hash(int[] tuple, int length) {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = hash * 0x9E3779B1 + tuple[i];
    }
    return hash ^ (hash >>> 15);
  }

  private void rehash() {
    int[] grown = new int[2 * buckets.length];
    int mask = grown.length - 1;
    for (int atom = 1; atom <= count; atom++) {
      int[] tuple = Arrays.copyOfRange(pool, starts[atom], starts[atom + 1]);
      int slot = hash(tuple, tuple.length) & mask;
      while (grown[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      grown[slot] = atom;
    }
    buckets = grown;
  }
}
