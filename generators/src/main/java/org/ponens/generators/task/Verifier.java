package org.ponens.generators.task;

import org.ponens.solvers.Meter;

/**
 * Judges answers to one task. Total: every string there is gets a verdict, within the budget, and
 * the same one every time. Immutable, for any number of threads.
 */
@FunctionalInterface
public interface Verifier {

  /**
   * What an answer is worth, partial credit not counted.
   *
   * @param answer as it stood in the response, without the marks around it
   * @param meter counts the steps; when it is spent, the verdict is {@link
   *     Verdict.Status#OVER_BUDGET}
   */
  Verdict verify(String answer, Meter meter);
}
