package org.ponens.app.generate;

import org.ponens.generators.task.Fingerprint;

/**
 * A set of hashes that grows and never shrinks, by open addressing with linear probing: 32 to 64
 * bytes for each, while it grows half as much again. For one thread.
 */
final class FingerprintSet {

  /** Slots of two longs each; a slot of two zeros is free. A power of two of them. */
  private long[] slots;

  private int size;
  private boolean hasZero;

  FingerprintSet() {
    slots = new long[2 << 10];
  }

  int size() {
    return hasZero ? size + 1 : size;
  }

  /** Adds a hash; false if it was there. */
  boolean add(Fingerprint hash) {
    if (isZero(hash)) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int slot = slot(slots, hash.high(), hash.low());
    if (!isFree(slots, slot)) {
      return false;
    }
    slots[slot] = hash.high();
    slots[slot + 1] = hash.low();
    size++;
    if (4L * size > slots.length) {
      grow();
    }
    return true;
  }

  boolean contains(Fingerprint hash) {
    return isZero(hash) ? hasZero : !isFree(slots, slot(slots, hash.high(), hash.low()));
  }

  private static boolean isZero(Fingerprint hash) {
    return hash.high() == 0 && hash.low() == 0;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (int i = 0; i < slots.length; i += 2) {
      if (!isFree(slots, i)) {
        int slot = slot(larger, slots[i], slots[i + 1]);
        larger[slot] = slots[i];
        larger[slot + 1] = slots[i + 1];
      }
    }
    slots = larger;
  }

  /** The slot that holds a hash, or the free one where it would go. */
  private static int slot(long[] slots, long high, long low) {
    int mask = slots.length - 1;
    // The keys are hashes already: their bits need no mixing.
    int slot = (int) (low << 1) & mask;
    while (!isFree(slots, slot) && (slots[slot] != high || slots[slot + 1] != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private static boolean isFree(long[] slots, int slot) {
    return slots[slot] == 0 && slots[slot + 1] == 0;
  }
}
