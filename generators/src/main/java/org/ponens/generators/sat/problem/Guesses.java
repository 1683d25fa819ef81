package org.ponens.generators.sat.problem;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Mcs;
import org.ponens.solvers.sat.TruthTable;

/**
 * What answers without reasoning are worth. An instance that one of the {@linkplain #isTrivial
 * answers that anybody would try first} solves is none to ask about.
 */
public final class Guesses {

  /** Of larger formulas, so many valuations are tried. */
  private static final int SAMPLE = 1024;

  /** Up to so many variables some numbers of models are quite frequent. */
  private static final int FEW_VARIABLES = 6;

  /** The chance that a question of equivalence is about equivalent formulas. */
  public static final double EQUIVALENT = 0.2;

  private Guesses() {}

  /**
   * Whether an answer that needs no look at the formula is right: all variables false or all true,
   * the first or the last constraint alone, all constraints, no backbone, fewer than four models,
   * or no more than the modulus.
   */
  public static boolean isTrivial(
      Asked asked, Solution solution, Optional<TruthTable> table, Meter meter) {
    Cnf cnf = asked.cnf();
    return switch (asked.problem()) {
      case DECISION -> false;
      case ASSIGNMENT -> uniform(cnf, 0);
      case FIRST_MODEL, MINIMAL_MODEL -> uniform(cnf, 0);
      case MAXSAT -> uniform(cnf, solution.optimum().orElseThrow());
      case MCS ->
          corrects(cnf, 0, table, meter)
              || corrects(cnf, cnf.constraints().size() - 1, table, meter);
      case MUS -> isWhole(cnf, solution.answer());
      case CERTIFICATE ->
          solution.answer() instanceof SatAnswer.Chosen
              ? isWhole(cnf, solution.answer())
              : uniform(cnf, 0);
      case REFUTATION -> false;
      case COUNT -> solution.models().orElseThrow().bitLength() <= 2;
      case COUNT_MODULO ->
          solution
                  .models()
                  .orElseThrow()
                  .compareTo(BigInteger.valueOf(asked.modulus().orElseThrow()))
              <= 0;
      case BACKBONE ->
          solution.answer() instanceof SatAnswer.Frozen frozen && frozen.literals().isEmpty();
      case EQUIVALENCE -> {
        Cnf second = asked.second().orElseThrow();
        BitSet none = new BitSet();
        BitSet all = all(cnf);
        yield cnf.holds(none) != second.holds(none) || cnf.holds(all) != second.holds(all);
      }
    };
  }

  private static BitSet all(Cnf cnf) {
    BitSet all = new BitSet();
    all.set(1, cnf.variables() + 1);
    return all;
  }

  private static boolean uniform(Cnf cnf, int violations) {
    return cnf.violations(new BitSet()) <= violations || cnf.violations(all(cnf)) <= violations;
  }

  private static boolean isWhole(Cnf cnf, SatAnswer answer) {
    return answer instanceof SatAnswer.Chosen(BitSet positions)
        && positions.cardinality() == cnf.constraints().size();
  }

  private static boolean corrects(Cnf cnf, int position, Optional<TruthTable> table, Meter meter) {
    if (table.isPresent()) {
      return table.get().soleViolations().get(position + 1);
    }
    BitSet alone = new BitSet();
    alone.set(position);
    return Mcs.check(cnf, alone, meter) instanceof Mcs.Check.Minimal;
  }

  /**
   * The guess floor: what the label alone is worth where it decides, and else how often an answer
   * of the right form is right, drawn at random by somebody who knows how long right ones are. For
   * up to 16 variables the shares of valuations and of sets of constraints are exact, beyond they
   * are from a sample, or estimates on the high side. The most frequent first and minimal models,
   * and numbers of models, are about as frequent as said here among tasks of 4 to 12 variables.
   */
  public static GuessFloor floor(
      Asked asked, Solution solution, Optional<TruthTable> table, ItemRandom random) {
    Cnf cnf = asked.cnf();
    int n = cnf.variables();
    double valuations = Math.scalb(1.0, n);
    double ofValuations = 1 / Math.sqrt(valuations);
    return switch (asked.problem()) {
      case DECISION -> new GuessFloor(0.5, 0.5, 0.5);
      case ASSIGNMENT -> share(models(cnf, table, random));
      case CERTIFICATE ->
          share(solution.answer() instanceof SatAnswer.Chosen ? 0 : models(cnf, table, random));
      case MAXSAT ->
          share(
              table.isPresent()
                  ? table.get().optimalCount() / valuations
                  : sampled(cnf, solution.optimum().orElseThrow(), random));
      case MCS -> share(correction(cnf, table, solution));
      case MUS -> share(Math.scalb(1.0, -cnf.constraints().size()));
      case REFUTATION -> share(0);
      case COUNT -> new GuessFloor(0, n <= FEW_VARIABLES ? 0.17 : 0.12, 1 / valuations);
      case COUNT_MODULO -> share(1.0 / asked.modulus().orElseThrow());
      case BACKBONE -> {
        int size = ((SatAnswer.Frozen) solution.answer()).literals().size();
        yield share(Math.scalb(1 / binomial(n, size), -size));
      }
      case EQUIVALENCE -> new GuessFloor(EQUIVALENT, EQUIVALENT, EQUIVALENT);
      case MINIMAL_MODEL -> {
        double minimal =
            table.isPresent()
                ? table.get().minimalModelCount() / valuations
                : sampled(cnf, 0, random);
        yield new GuessFloor(0, Math.max(minimal, ofValuations), minimal);
      }
      case FIRST_MODEL -> new GuessFloor(0, ofValuations, 1 / valuations);
    };
  }

  private static GuessFloor share(double random) {
    double share = Math.min(1, random);
    return new GuessFloor(0, share, share);
  }

  private static double models(Cnf cnf, Optional<TruthTable> table, ItemRandom random) {
    return table.isPresent()
        ? table.get().modelCount() / (double) table.get().valuations()
        : sampled(cnf, 0, random);
  }

  /** Of valuations drawn, the share that violates at most so many constraints. */
  private static double sampled(Cnf cnf, int violations, ItemRandom random) {
    int hits = 0;
    long[] words = new long[cnf.variables() / Long.SIZE + 1];
    for (int i = 0; i < SAMPLE; i++) {
      for (int w = 0; w < words.length; w++) {
        words[w] = random.nextLong();
      }
      hits += violatesAtMost(cnf, violations, BitSet.valueOf(words)) ? 1 : 0;
    }
    return hits / (double) SAMPLE;
  }

  private static boolean violatesAtMost(Cnf cnf, int violations, BitSet valuation) {
    int left = violations;
    for (Constraint constraint : cnf.constraints()) {
      if (!constraint.holds(valuation) && --left < 0) {
        return false;
      }
    }
    return true;
  }

  /** The share of correction sets among all sets as large as the reference. */
  private static double correction(Cnf cnf, Optional<TruthTable> table, Solution solution) {
    int m = cnf.constraints().size();
    int size = ((SatAnswer.Chosen) solution.answer()).positions().cardinality();
    // Without a table, about as many as constraints.
    double sets =
        table.isPresent() && table.get().minViolations() == size
            ? table.get().leastViolationSets()
            : m;
    return Math.min(1, sets / binomial(m, size));
  }

  private static double binomial(int n, int k) {
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }
}
