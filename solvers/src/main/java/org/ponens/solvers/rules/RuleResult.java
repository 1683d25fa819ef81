package org.ponens.solvers.rules;

import java.time.Duration;

/** What came of solving a rule program. */
public sealed interface RuleResult {

  /** The fixed point was reached. */
  record Decided(RuleAnswer answer) implements RuleResult {}

  /** The budget, or the bound on derived literals, was reached first. */
  record Exhausted(Duration elapsed) implements RuleResult {}
}
