package org.ponens.generators.sat.problem;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Backbone;
import org.ponens.solvers.sat.ClausalForm;
import org.ponens.solvers.sat.Equivalence;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.Mcs;
import org.ponens.solvers.sat.ModelCount;
import org.ponens.solvers.sat.ModelCounter;
import org.ponens.solvers.sat.Models;
import org.ponens.solvers.sat.Mus;
import org.ponens.solvers.sat.Refutation;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * A right answer, and what finding one takes.
 *
 * @param answer one right answer, the same one each time
 * @param calls how many questions of satisfiability a textbook algorithm asks for it (one for a
 *     model or where a model or a core may be the answer; one for each constraint of a core to show
 *     it minimal, and one more; one for each variable of a backbone or first model; one for each
 *     model counted; a refutation's steps)
 * @param optimum the least number of violated constraints, for {@link Problem#MAXSAT}
 * @param models the number of all models, where they were counted
 */
public record Solution(
    SatAnswer answer, double calls, OptionalInt optimum, Optional<BigInteger> models) {

  /** Models are counted up to so many; a formula with more is none to ask about. */
  private static final long MOST_MODELS = 1L << 20;

  /** Solves; empty if the budget is spent first, or the formula is none to ask this about. */
  public static Optional<Solution> of(Asked asked, Meter meter) {
    Cnf cnf = asked.cnf();
    return switch (asked.problem()) {
      case DECISION ->
          switch (Satisfiability.solve(cnf, meter)) {
            case SatResult.Satisfiable s -> found(new SatAnswer.Decided(true), 1);
            case SatResult.Unsatisfiable u -> found(new SatAnswer.Decided(false), 1);
            case SatResult.Exhausted e -> Optional.empty();
          };
      case ASSIGNMENT -> model(cnf, meter);
      case CERTIFICATE ->
          switch (Satisfiability.solve(cnf, meter)) {
            case SatResult.Satisfiable(var model) ->
                found(new SatAnswer.Assigned(model.trueVariables()), 1);
            case SatResult.Unsatisfiable u ->
                Mus.find(cnf, meter).flatMap(core -> found(new SatAnswer.Chosen(core), 1));
            case SatResult.Exhausted e -> Optional.empty();
          };
      case MAXSAT ->
          MaxSat.solve(cnf, meter)
              .filter(optimum -> optimum.violations() > 0)
              .map(
                  optimum ->
                      new Solution(
                          new SatAnswer.Assigned(optimum.trueVariables()),
                          1 + optimum.violations(),
                          OptionalInt.of(optimum.violations()),
                          Optional.empty()));
      case MCS ->
          Mcs.find(cnf, meter)
              .filter(set -> !set.isEmpty())
              .flatMap(set -> found(new SatAnswer.Chosen(set), 1 + set.cardinality()));
      case MUS -> core(cnf, meter);
      case REFUTATION ->
          ClausalForm.of(cnf)
              .filter(form -> cnf.isClausal())
              .flatMap(form -> Refutation.find(cnf, meter))
              .filter(refutation -> !refutation.steps().isEmpty())
              .flatMap(
                  refutation ->
                      found(new SatAnswer.Refuted(refutation), 1 + refutation.steps().size()));
      case COUNT, COUNT_MODULO -> counted(asked, meter);
      case BACKBONE ->
          model(cnf, meter)
              .flatMap(model -> Backbone.of(cnf, meter))
              .flatMap(
                  literals ->
                      found(
                          new SatAnswer.Frozen(Arrays.stream(literals).boxed().toList()),
                          1 + cnf.variables()));
      case EQUIVALENCE -> compared(asked, meter);
      case MINIMAL_MODEL ->
          Models.minimal(cnf, meter)
              .flatMap(model -> found(new SatAnswer.Assigned(model), 2 + model.cardinality()));
      case FIRST_MODEL ->
          Models.first(cnf, meter)
              .flatMap(model -> found(new SatAnswer.Assigned(model), 1 + cnf.variables()));
    };
  }

  private static Optional<Solution> found(SatAnswer answer, double calls) {
    return Optional.of(new Solution(answer, calls, OptionalInt.empty(), Optional.empty()));
  }

  private static Optional<Solution> model(Cnf cnf, Meter meter) {
    return Satisfiability.solve(cnf, meter) instanceof SatResult.Satisfiable(var model)
        ? found(new SatAnswer.Assigned(model.trueVariables()), 1)
        : Optional.empty();
  }

  private static Optional<Solution> core(Cnf cnf, Meter meter) {
    return Mus.find(cnf, meter)
        .flatMap(core -> found(new SatAnswer.Chosen(core), 1 + core.cardinality()));
  }

  private static Optional<Solution> counted(Asked asked, Meter meter) {
    if (!(ModelCounter.count(asked.cnf(), MOST_MODELS, meter)
        instanceof ModelCount.Exactly(long models))) {
      return Optional.empty();
    }
    BigInteger all = BigInteger.valueOf(models);
    BigInteger answer =
        asked.modulus().isPresent() ? all.mod(BigInteger.valueOf(asked.modulus().getAsInt())) : all;
    return Optional.of(
        new Solution(
            new SatAnswer.Counted(answer), 1.0 + models, OptionalInt.empty(), Optional.of(all)));
  }

  private static Optional<Solution> compared(Asked asked, Meter meter) {
    Cnf second = asked.second().orElseThrow();
    int calls = asked.cnf().constraints().size() + second.constraints().size();
    return switch (Equivalence.compare(asked.cnf(), second, meter)) {
      case Equivalence.Comparison.Equivalent e ->
          found(new SatAnswer.Compared(Optional.empty()), calls);
      case Equivalence.Comparison.Different(BitSet difference) ->
          found(new SatAnswer.Compared(Optional.of(difference)), calls);
      case Equivalence.Comparison.Exhausted e -> Optional.empty();
    };
  }
}
