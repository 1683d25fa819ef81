package org.ponens.generators.induction.slr;

import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verdict.Status;
import org.ponens.generators.task.Verifier;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.Meter;

/** Judges rules for tasks of SLR-Bench; partial credit is SLR's partial score. */
final class ValidationVerifier implements Verifier {

  private static final double BELOW_SUCCESS = 0.999;

  private final ValidationProgram program;

  ValidationVerifier(ValidationProgram program) {
    this.program = program;
  }

  @Override
  public Verdict verify(String answer, Meter meter) {
    long steps = Math.min(program.defaultSteps(), meter.remainingSteps());
    Score score = program.score(Source.of(answer), steps);
    if (score.isCorrect()) {
      return Verdict.correct("the rule is right about all examples");
    }
    if (score.isExhausted()) {
      return Verdict.rejected(
          Status.OVER_BUDGET, "the rule was not decided: " + score.error().orElse(""));
    }
    if (score.error().isPresent()) {
      return Verdict.rejected(
          score.isSyntaxValid() ? Status.FORBIDDEN : Status.UNREADABLE, score.error().get());
    }
    int all = program.examples().size();
    return Verdict.wrong(
        Math.min(BELOW_SUCCESS, score.partial()),
        "the rule is right about " + (all - score.wrong().size()) + " of " + all + " examples");
  }
}
