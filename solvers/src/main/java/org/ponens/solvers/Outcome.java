package org.ponens.solvers;

import java.time.Duration;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.solvers.fol.Verdict;
import org.ponens.solvers.rules.RuleAnswer;

/**
 * What came of solving a program: an answer with its evidence, or that the budget was spent first.
 * Each language has its own kind of answer.
 */
public sealed interface Outcome {

  /** Whether first-order premises entail a conclusion. */
  record Entailment(Verdict verdict) implements Outcome {}

  /** Whether first-order formulas, without a conclusion, have a model. */
  record Satisfiability(org.ponens.solvers.fol.Satisfiability answer) implements Outcome {}

  /** How the query of a rule program stands. */
  record Query(RuleAnswer answer) implements Outcome {}

  /**
   * What is known of each option of a multiple-choice program.
   *
   * @param remarks what deciding brought to light about the program, such as bounds that were
   *     assumed
   */
  record Options(OptionReport report, List<Diagnostic> remarks) implements Outcome {
    public Options {
      remarks = List.copyOf(remarks);
    }
  }

  /** The budget was spent first. */
  record OutOfBudget(Duration elapsed) implements Outcome {}
}
