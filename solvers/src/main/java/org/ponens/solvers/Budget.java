package org.ponens.solvers;

import java.time.Duration;

/**
 * How much a solver call may use. Running out is an outcome, never an exception.
 *
 * @param time wall-clock time
 * @param steps inference steps (a conflict, a given clause, a rule firing; each solver says which)
 */
public record Budget(Duration time, long steps) {

  public Budget {
    if (time.isNegative() || time.isZero() || steps <= 0) {
      throw new IllegalArgumentException("a budget is positive: " + time + ", " + steps + " steps");
    }
  }

  /** A budget of wall-clock time alone. */
  public static Budget of(Duration time) {
    return new Budget(time, Long.MAX_VALUE);
  }

  /** One second, the default of the command line. */
  public static Budget oneSecond() {
    return of(Duration.ofSeconds(1));
  }

  /** Starts the clock. */
  public Meter start() {
    return new Meter(this);
  }
}
