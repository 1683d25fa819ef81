package org.ponens.solvers.satlm;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.solvers.OptionReport;

/** What came of solving a many-sorted program. */
public sealed interface SatlmResult {

  /**
   * Every option is decided.
   *
   * @param report what holds of the options
   * @param remarks warnings about what the answer rests on: integers without bounds that were
   *     searched in a finite range, or a single constraint that says the same as the option
   */
  record Decided(OptionReport report, List<Diagnostic> remarks) implements SatlmResult {
    public Decided {
      Objects.requireNonNull(report);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The budget was spent first, or the ground program would be too large for it.
   *
   * @param reason a sentence without a full stop
   */
  record OutOfBudget(Duration elapsed, String reason) implements SatlmResult {
    public OutOfBudget {
      Objects.requireNonNull(elapsed);
      Objects.requireNonNull(reason);
    }
  }
}
