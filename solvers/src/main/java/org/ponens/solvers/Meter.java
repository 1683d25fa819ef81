package org.ponens.solvers;

import java.time.Duration;

/**
 * A budget being spent; for one thread. Asking is cheap: the clock is read at most every 64 steps.
 */
public final class Meter {

  private static final int CLOCK_INTERVAL = 64;

  private final long startNanos = System.nanoTime();
  private final long endNanos;
  private final long maxSteps;
  private long steps;
  private int untilClock = CLOCK_INTERVAL;
  private boolean exhausted;

  Meter(Budget budget) {
    long nanos;
    try {
      nanos = budget.time().toNanos();
    } catch (ArithmeticException e) {
      nanos = Long.MAX_VALUE / 4;
    }
    this.endNanos = startNanos + Math.min(nanos, Long.MAX_VALUE / 4);
    this.maxSteps = budget.steps();
  }

  private Meter(long endNanos, long maxSteps) {
    this.endNanos = endNanos;
    this.maxSteps = maxSteps;
  }

  /** Counts one step; false once the budget is spent. */
  public boolean step() {
    steps++;
    if (steps > maxSteps) {
      exhausted = true;
    }
    if (--untilClock <= 0) {
      untilClock = CLOCK_INTERVAL;
      checkClock();
    }
    return !exhausted;
  }

  /** Counts many steps at once, which were taken elsewhere; false once the budget is spent. */
  public boolean steps(long taken) {
    steps += taken;
    exhausted |= steps > maxSteps;
    return !exhausted();
  }

  /** How many steps may still be taken. */
  public long remainingSteps() {
    return Math.max(0, maxSteps - steps);
  }

  /** Whether the budget is spent, by the clock as of now. */
  public boolean exhausted() {
    if (!exhausted) {
      checkClock();
    }
    return exhausted;
  }

  /** Wall-clock time left, not negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** Wall-clock time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  public long steps() {
    return steps;
  }

  /**
   * A meter for a part of the work: ends after this share of the time or with this meter, whichever
   * comes first. Its steps do not count here.
   */
  public Meter slice(Duration time) {
    long end = Math.min(endNanos, System.nanoTime() + time.toNanos());
    return new Meter(end, Math.max(0, maxSteps - steps));
  }

  private void checkClock() {
    if (System.nanoTime() - endNanos >= 0) {
      exhausted = true;
    }
  }
}
