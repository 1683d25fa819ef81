package org.ponens.solvers.csp;

import java.time.Duration;
import org.ponens.solvers.OptionReport;

/** What came of solving a finite-domain program. */
public sealed interface CspResult {

  /**
   * It is known whether the constraints can hold together. An option that the budget did not
   * suffice for is undecided.
   */
  record Decided(OptionReport report) implements CspResult {}

  /** The budget was spent before a solution, or that there is none, was found. */
  record Exhausted(Duration elapsed) implements CspResult {}
}
