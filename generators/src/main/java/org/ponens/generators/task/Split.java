package org.ponens.generators.task;

import java.util.Locale;

/**
 * A part of a data set. An instance belongs to the split that the hash of its isomorphism class
 * falls into, so that splits are disjoint up to isomorphism whatever the seeds, and nobody has to
 * compare them.
 */
public enum Split {
  /** Eight tenths of the classes. */
  TRAIN(0, 8),
  /** A tenth of the classes. */
  VALIDATION(8, 9),
  /** A tenth of the classes. */
  TEST(9, 10);

  private final int from;
  private final int to;

  Split(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** Whether instances of this class belong to the split. */
  public boolean owns(Fingerprint isomorphismClass) {
    long tenth = Long.remainderUnsigned(isomorphismClass.high(), 10);
    return from <= tenth && tenth < to;
  }

  /** The name that users write: {@code train}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
