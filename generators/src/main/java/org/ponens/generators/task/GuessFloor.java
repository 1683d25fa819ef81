package org.ponens.generators.task;

/**
 * How likely an answer that took no reasoning is right, each from 0 to 1. An accuracy p says as
 * much as max(0, (p - floor) / (1 - floor)).
 *
 * @param constant whether the answer that is always the same for the problem and its size (all
 *     zeros, the first constraint, "satisfiable") is right here: 0 or 1
 * @param majority the expected share of tasks of this problem and these knobs which their most
 *     frequent answer solves, as far as the family knows it; at least what {@code random} gives
 *     where it doesn't
 * @param random the chance that a well-formed answer drawn uniformly is right
 */
public record GuessFloor(double constant, double majority, double random) {

  public GuessFloor {
    check(constant);
    check(majority);
    check(random);
  }

  private static void check(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("no probability: " + probability);
    }
  }

  /** The best of the three guesses. */
  public double best() {
    return Math.max(constant, Math.max(majority, random));
  }
}
