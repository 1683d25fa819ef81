package org.ponens.solvers;

import java.time.Duration;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;

/** What came of solving a program: an answer with its evidence, or why there is none. */
public sealed interface Outcome {

  /** A multiple-choice program, with what is known of each option. */
  record Options(OptionReport report) implements Outcome {}

  /** The program could not be decided as it stands; the diagnostics say why. */
  record Failed(List<Diagnostic> diagnostics) implements Outcome {
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** The budget was spent first. */
  record OutOfBudget(Duration elapsed) implements Outcome {}
}
