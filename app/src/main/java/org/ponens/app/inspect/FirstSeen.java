package org.ponens.app.inspect;

import org.ponens.generators.task.Fingerprint;

/** Where fingerprints were first seen, in 20 to 40 bytes each. For one thread. */
final class FirstSeen {

  static final int NEVER = -1;

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];

  /** The place plus 1; 0 where nothing is. */
  private int[] places = new int[1 << 10];

  private int size;

  /** How many different fingerprints there are. */
  int size() {
    return size;
  }

  /** Where a fingerprint was first seen, or {@link #NEVER}. */
  int find(Fingerprint fingerprint) {
    return places[slot(fingerprint.high(), fingerprint.low())] - 1;
  }

  /** Adds a fingerprint, if it is new; gives where it was seen before, or {@link #NEVER}. */
  int add(Fingerprint fingerprint, int place) {
    int slot = slot(fingerprint.high(), fingerprint.low());
    if (places[slot] != 0) {
      return places[slot] - 1;
    }
    high[slot] = fingerprint.high();
    low[slot] = fingerprint.low();
    places[slot] = place + 1;
    size++;
    if (size > places.length / 2) {
      grow();
    }
    return NEVER;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldPlaces = places;
    high = new long[2 * oldHigh.length];
    low = new long[2 * oldLow.length];
    places = new int[2 * oldPlaces.length];
    for (int i = 0; i < oldPlaces.length; i++) {
      if (oldPlaces[i] != 0) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        places[slot] = oldPlaces[i];
      }
    }
  }

  private int slot(long wantedHigh, long wantedLow) {
    int slot = (int) wantedLow & (places.length - 1);
    while (places[slot] != 0 && (high[slot] != wantedHigh || low[slot] != wantedLow)) {
      slot = (slot + 1) & (places.length - 1);
    }
    return slot;
  }
}
