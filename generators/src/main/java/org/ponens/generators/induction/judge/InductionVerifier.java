package org.ponens.generators.induction.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.problem.RuleLength;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verdict.Status;
import org.ponens.generators.task.Verifier;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologCode;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.solvers.Meter;
import org.ponens.solvers.prolog.Judgement;

/**
 * Judges rules by what they say of the cases shown and of hidden ones. The labels are no part of
 * the world that a rule is run in, and the names of objects are hidden from it.
 */
public final class InductionVerifier implements Verifier {

  private final Asked asked;
  private final World world;
  private final List<Case> cases;

  /** A verifier for one question. */
  public InductionVerifier(Asked asked) {
    this.asked = asked;
    this.world = World.of(asked);
    this.cases = new ArrayList<>(asked.shown());
    cases.addAll(asked.hidden());
  }

  @Override
  public Verdict verify(String answer, Meter meter) {
    return verify(answer, meter, ThreadLocalRandom.current().nextLong());
  }

  /** As {@link #verify(String, Meter)}; the verdict is the same whatever the nonce. */
  Verdict verify(String answer, Meter meter, long nonce) {
    Parsed<PrologProgram> parsed = Prolog.parse(answer, world.vocabulary());
    if (parsed.value().isEmpty()) {
      return refused(parsed);
    }
    PrologProgram program = parsed.value().get();
    long steps = Math.min(world.judge().defaultSteps(), meter.remainingSteps());
    Judgement judgement = world.judge().judge(program, nonce, steps);
    meter.steps(judgement.steps());
    return switch (judgement) {
      case Judgement.Erroneous(String why, var taken) ->
          Verdict.wrong("the rule ends with an error: " + why);
      case Judgement.Exhausted(String why, var taken) ->
          Verdict.rejected(Status.OVER_BUDGET, "the rule was not decided: " + why);
      case Judgement.Decided(BitSet covered, var taken) ->
          decided(covered, RuleLength.of(program, asked.schema().has()));
    };
  }

  private static Verdict refused(Parsed<?> parsed) {
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        boolean forbidden =
            diagnostic.code() == PrologCode.OBJECT_NAMED
                || diagnostic.code() == PrologCode.OUTSIDE
                || diagnostic.code() == PrologCode.REDEFINED
                || diagnostic.code() == PrologCode.UNKNOWN_PREDICATE;
        return Verdict.rejected(
            forbidden ? Status.FORBIDDEN : Status.UNREADABLE,
            diagnostic.message()
                + " ("
                + diagnostic.span().line()
                + ":"
                + diagnostic.span().column()
                + ")");
      }
    }
    return Verdict.rejected(Status.UNREADABLE, "the answer can't be read");
  }

  private Verdict decided(BitSet covered, int length) {
    String sizes = "; it has " + literals(length) + ", the hidden rule " + asked.length();
    int shown = right(covered, 0, asked.shown().size());
    int hidden = right(covered, asked.shown().size(), cases.size());
    if (shown == asked.shown().size() && hidden == asked.hidden().size()) {
      return Verdict.correct("the rule is right about all examples" + sizes);
    }
    return Verdict.wrong(
        partial(covered),
        "the rule is right about "
            + shown
            + " of "
            + asked.shown().size()
            + " examples shown and "
            + hidden
            + " of "
            + asked.hidden().size()
            + " others"
            + sizes);
  }

  private static String literals(int length) {
    return length == 1 ? "1 literal" : length + " literals";
  }

  private int right(BitSet covered, int from, int to) {
    int right = 0;
    for (int i = from; i < to; i++) {
      right += covered.get(i) == cases.get(i).isPositive() ? 1 : 0;
    }
    return right;
  }

  /** By how much the balanced accuracy is above that of a guess, from 0 to below 1. */
  private double partial(BitSet covered) {
    int[] right = new int[2];
    int[] all = new int[2];
    for (int i = 0; i < cases.size(); i++) {
      int label = cases.get(i).isPositive() ? 1 : 0;
      all[label]++;
      right[label] += covered.get(i) == (label == 1) ? 1 : 0;
    }
    if (all[0] == 0 || all[1] == 0) {
      return 0;
    }
    double balanced = ((double) right[0] / all[0] + (double) right[1] / all[1]) / 2;
    return Math.clamp(2 * balanced - 1, 0, 0.99);
  }
}
