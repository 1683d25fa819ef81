package org.ponens.generators.sat.judge;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Expectation;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verdict.Status;
import org.ponens.generators.task.Verifier;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.CnfAnswers;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Backbone;
import org.ponens.solvers.sat.Equivalence;
import org.ponens.solvers.sat.Mcs;
import org.ponens.solvers.sat.ModelCount;
import org.ponens.solvers.sat.ModelCounter;
import org.ponens.solvers.sat.Models;
import org.ponens.solvers.sat.Mus;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Judges answers to one question about formulas. What does not depend on the answer (whether there
 * is a model, how many, the backbone) is found out once.
 */
public final class SatVerifier implements Verifier {

  private static final Verdict OVER_BUDGET =
      Verdict.rejected(Status.OVER_BUDGET, "verifying this answer takes more steps than allowed");

  /** Partial credit of an answer that is a model but not the one asked for. */
  private static final double ANY_MODEL = 0.25;

  private final SatSpec spec;
  private final Asked asked;
  private final Cnf cnf;
  private final Vocabulary vocabulary;
  private final AtomicReference<@Nullable Boolean> satisfiable = new AtomicReference<>();
  private final AtomicReference<@Nullable BigInteger> models = new AtomicReference<>();
  private final AtomicReference<int @Nullable []> backbone = new AtomicReference<>();
  private final AtomicReference<@Nullable BitSet> firstModel = new AtomicReference<>();

  /** A verifier for one question. */
  public SatVerifier(SatSpec spec) {
    this.spec = spec;
    this.asked = spec.asked();
    this.cnf = asked.cnf();
    this.vocabulary = spec.vocabulary();
  }

  @Override
  public Verdict verify(String answer, Meter meter) {
    Source source = Source.of(answer);
    int n = cnf.variables();
    int m = cnf.constraints().size();
    return switch (asked.problem()) {
      case DECISION -> judge(CnfAnswers.decision(source), yes -> decided(yes, meter));
      case ASSIGNMENT -> judge(CnfAnswers.valuation(source, n, vocabulary), this::model);
      case MAXSAT -> judge(CnfAnswers.valuation(source, n, vocabulary), this::best);
      case MCS ->
          judge(CnfAnswers.constraints(source, m, vocabulary), set -> correction(set, meter));
      case MUS -> judge(CnfAnswers.constraints(source, m, vocabulary), set -> core(set, meter));
      case CERTIFICATE ->
          judge(
              CnfAnswers.certificate(source, n, m, vocabulary),
              certificate ->
                  switch (certificate) {
                    case CnfAnswers.ModelOrCore.Model(BitSet valuation) -> model(valuation);
                    case CnfAnswers.ModelOrCore.Core(BitSet positions) -> core(positions, meter);
                  });
      case REFUTATION -> judge(CnfAnswers.refutation(source, n, m, vocabulary), this::refutation);
      case COUNT, COUNT_MODULO -> judge(CnfAnswers.count(source), count -> counted(count, meter));
      case BACKBONE ->
          judge(CnfAnswers.literals(source, n, vocabulary), literals -> frozen(literals, meter));
      case EQUIVALENCE ->
          judge(
              CnfAnswers.comparison(source, n, vocabulary),
              difference -> compared(difference, meter));
      case MINIMAL_MODEL ->
          judge(
              CnfAnswers.valuation(source, n, vocabulary), valuation -> minimal(valuation, meter));
      case FIRST_MODEL ->
          judge(CnfAnswers.valuation(source, n, vocabulary), valuation -> first(valuation, meter));
    };
  }

  private static <T> Verdict judge(Parsed<T> parsed, Function<T, Verdict> judge) {
    if (parsed.value().isPresent() && !parsed.hasErrors()) {
      return judge.apply(parsed.value().get());
    }
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        return Verdict.rejected(Status.UNREADABLE, diagnostic.message());
      }
    }
    throw new AssertionError("no value and no error");
  }

  private Verdict decided(boolean yes, Meter meter) {
    Boolean known = satisfiable.get();
    if (known == null) {
      SatResult result = Satisfiability.solve(cnf, meter);
      if (result instanceof SatResult.Exhausted) {
        return OVER_BUDGET;
      }
      known = result instanceof SatResult.Satisfiable;
      satisfiable.set(known);
    }
    if (known == yes) {
      return Verdict.correct(known ? "the formula has a model" : "the formula has no model");
    }
    return Verdict.wrong(
        known ? "the formula has a model, so it is satisfiable" : "the formula has no model");
  }

  private Verdict model(BitSet valuation) {
    for (int i = 0; i < cnf.constraints().size(); i++) {
      if (!cnf.constraints().get(i).holds(valuation)) {
        int violations = cnf.violations(valuation);
        return Verdict.wrong(
            nearness(violations, 0),
            violations == 1
                ? constraint(i) + " does not hold"
                : violations + " constraints do not hold, the first is " + constraint(i));
      }
    }
    return Verdict.correct("all constraints hold");
  }

  /** How much of the way from a valuation drawn at random to the best there is was gone. */
  private double nearness(int violations, int optimum) {
    double expected = Expectation.violations(cnf);
    double span = Math.max(expected, optimum + 1.0) - optimum;
    double way = 1 - (violations - optimum) / span;
    return Math.max(0, Math.min(0.99, way));
  }

  private Verdict best(BitSet valuation) {
    int violations = cnf.violations(valuation);
    int optimum = spec.optimum().orElseThrow();
    if (violations <= optimum) {
      return Verdict.correct(
          violations == 1
              ? "just one constraint does not hold, as few as can be"
              : violations + " constraints do not hold, as few as can be");
    }
    return Verdict.wrong(
        nearness(violations, optimum),
        violations + " constraints do not hold; " + optimum + " would be as few as can be");
  }

  private Verdict correction(BitSet positions, Meter meter) {
    return switch (Mcs.check(cnf, positions, meter)) {
      case Mcs.Check.Minimal minimal ->
          Verdict.correct("the other constraints have a model, and none can be put back");
      case Mcs.Check.Unsatisfiable unsatisfiable ->
          Verdict.wrong("without these constraints there is still no model");
      case Mcs.Check.Redundant(int position, BitSet model) ->
          Verdict.wrong(
              smallness(positions),
              "not minimal: " + constraint(position) + " can be put back, and there is a model");
      case Mcs.Check.Exhausted exhausted -> OVER_BUDGET;
    };
  }

  private Verdict core(BitSet positions, Meter meter) {
    return switch (Mus.check(cnf, positions, meter)) {
      case Mus.Check.Minimal minimal ->
          Verdict.correct("these constraints have no model, and all of them are needed for that");
      case Mus.Check.Satisfiable(BitSet model) -> Verdict.wrong("these constraints have a model");
      case Mus.Check.Redundant(int position) ->
          Verdict.wrong(
              smallness(positions),
              "not minimal: without " + constraint(position) + " there is no model either");
      case Mus.Check.Exhausted exhausted -> OVER_BUDGET;
    };
  }

  /** The whole formula is no achievement, and a small set nearly one. */
  private double smallness(BitSet positions) {
    return 0.5 * (1 - positions.cardinality() / (double) cnf.constraints().size());
  }

  private Verdict refutation(List<CnfAnswers.Step> steps) {
    int premises = cnf.constraints().size();
    for (int i = 0; i < steps.size(); i++) {
      CnfAnswers.Step step = steps.get(i);
      int number = premises + i + 1;
      if (step.number().isPresent() && step.number().getAsInt() != number) {
        return Verdict.rejected(
            Status.UNREADABLE,
            "step "
                + (i + 1)
                + " is numbered "
                + step.number().getAsInt()
                + ", and should be "
                + number);
      }
    }
    return AnswerReader.refutation(steps)
        .check(cnf)
        .map(Verdict::wrong)
        .orElseGet(() -> Verdict.correct("each step is a resolvent, and the last one is empty"));
  }

  private Verdict counted(BigInteger answer, Meter meter) {
    BigInteger known = models.get();
    if (known == null) {
      if (!(ModelCounter.count(cnf, Long.MAX_VALUE, meter)
          instanceof ModelCount.Exactly(long count))) {
        return OVER_BUDGET;
      }
      known = BigInteger.valueOf(count);
      models.set(known);
    }
    BigInteger right =
        asked.modulus().isPresent()
            ? known.mod(BigInteger.valueOf(asked.modulus().getAsInt()))
            : known;
    return answer.equals(right)
        ? Verdict.correct("that many it is")
        : Verdict.wrong("it is another number");
  }

  private Verdict frozen(List<Integer> literals, Meter meter) {
    int[] known = backbone.get();
    if (known == null) {
      if (Satisfiability.solve(cnf, meter) instanceof SatResult.Unsatisfiable) {
        return Verdict.wrong("the formula has no model, and so no backbone");
      }
      Optional<int[]> found = Backbone.of(cnf, meter);
      if (found.isEmpty()) {
        return OVER_BUDGET;
      }
      known = found.get();
      backbone.set(known);
    }
    Set<Integer> missing = new HashSet<>();
    for (int literal : known) {
      missing.add(literal);
    }
    for (int literal : literals) {
      if (!missing.remove(literal)) {
        return Verdict.wrong(literal(literal) + " is not true in all models");
      }
    }
    return missing.isEmpty()
        ? Verdict.correct("these literals and no others are true in all models")
        : Verdict.wrong(
            (known.length - missing.size()) / (double) known.length,
            missing.size() == 1
                ? "one more literal is true in all models"
                : missing.size() + " more literals are true in all models");
  }

  private Verdict compared(Optional<BitSet> difference, Meter meter) {
    Cnf second = asked.second().orElseThrow();
    if (difference.isPresent()) {
      boolean first = cnf.holds(difference.get());
      return first != second.holds(difference.get())
          ? Verdict.correct("the valuation is a model of just one of the formulas")
          : Verdict.wrong(
              "the valuation is a model of " + (first ? "both formulas" : "neither formula"));
    }
    return switch (Equivalence.compare(cnf, second, meter)) {
      case Equivalence.Comparison.Equivalent e ->
          Verdict.correct("the formulas have the same models");
      case Equivalence.Comparison.Different(BitSet valuation) ->
          Verdict.wrong("some valuation is a model of just one of the formulas");
      case Equivalence.Comparison.Exhausted e -> OVER_BUDGET;
    };
  }

  private Verdict minimal(BitSet valuation, Meter meter) {
    Verdict verdict = model(valuation);
    if (!verdict.correct()) {
      return verdict.partial() > 0 ? Verdict.wrong(verdict.reason()) : verdict;
    }
    return switch (Models.smaller(cnf, valuation, meter)) {
      case Models.Smaller.None none ->
          Verdict.correct("a model, and none has fewer true variables among its own");
      case Models.Smaller.Found(BitSet smaller) ->
          Verdict.wrong(ANY_MODEL, "a model, but another one's true variables are a part of its");
      case Models.Smaller.Exhausted exhausted -> OVER_BUDGET;
    };
  }

  private Verdict first(BitSet valuation, Meter meter) {
    Verdict verdict = model(valuation);
    if (!verdict.correct()) {
      return verdict.partial() > 0 ? Verdict.wrong(verdict.reason()) : verdict;
    }
    BitSet known = firstModel.get();
    if (known == null) {
      Optional<BitSet> found = Models.first(cnf, meter);
      if (found.isEmpty()) {
        return OVER_BUDGET;
      }
      known = found.get();
      firstModel.set(known);
    }
    return known.equals(valuation)
        ? Verdict.correct("the first model in lexicographic order")
        : Verdict.wrong(ANY_MODEL, "a model, but another one comes before it");
  }

  private String constraint(int position) {
    return vocabulary.constraints().isEmpty()
        ? "constraint " + (position + 1)
        : "what " + vocabulary.constraints().get(position) + " asks for";
  }

  private String literal(int literal) {
    int variable = Math.abs(literal);
    return vocabulary.variables().isEmpty()
        ? (literal < 0 ? "not x" : "x") + variable
        : vocabulary.variables().get(variable - 1)
            + ": "
            + (literal > 0 ? vocabulary.trueWord() : vocabulary.falseWord());
  }
}
