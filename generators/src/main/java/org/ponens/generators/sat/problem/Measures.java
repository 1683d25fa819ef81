package org.ponens.generators.sat.problem;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Backbone;
import org.ponens.solvers.sat.Effort;
import org.ponens.solvers.sat.Statistics;
import org.ponens.solvers.sat.TruthTable;

/**
 * How hard a question about a formula is, as far as solvers can tell.
 *
 * @param values by name: {@code conflicts}, {@code decisions} and {@code propagations}, each the
 *     least over several renamings of the formula; {@code backbone}, the number of variables that
 *     have one value in all models; {@code models} for up to 16 variables; {@code constrainedness}
 *     (Gent, MacIntyre, Prosser and Walsh, "The constrainedness of search", AAAI 1996: minus the
 *     logarithm of the expected number of models for the number of variables, where 1 is the first
 *     moment's threshold); {@code threshold_distance}, how far that is from the threshold of random
 *     3-SAT, in clauses of three literals a variable; {@code calls}, see {@link Solution}
 * @param hardness log2(1 + (conflicts + decisions + propagations) · calls). Where the question is
 *     whether there is a model, the sum is the geometric mean of the formula's and its twin's with
 *     the other label: satisfiable formulas are easier, and a level would give the label away
 */
public record Measures(SortedMap<String, Double> values, double hardness) {

  /** Clauses a variable at the threshold of random 3-SAT (Mertens, Mézard and Zecchina, 2006). */
  private static final double THRESHOLD = 4.267;

  /** How much one clause of three literals constrains, in bits. */
  private static final double BITS_OF_A_CLAUSE = -StrictMath.log(7.0 / 8) / StrictMath.log(2);

  private static final double LOG_2 = StrictMath.log(2);

  private static final int FEW_VARIABLES = 64;
  private static final int RENAMINGS_OF_LARGE = 2;
  private static final int RENAMINGS = 3;

  /**
   * Measures; empty if the budget is spent first.
   *
   * @param twin the formula that would have been asked about had the label been the other one
   */
  public static Optional<Measures> of(
      Asked asked, Optional<Cnf> twin, Solution solution, Optional<TruthTable> table, Meter meter) {
    Cnf cnf = asked.cnf();
    int renamings =
        cnf.variables() <= FEW_VARIABLES && twin.isEmpty() ? RENAMINGS : RENAMINGS_OF_LARGE;
    Optional<Statistics> effort = Effort.of(cnf, renamings, meter);
    if (effort.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Double> values = new TreeMap<>();
    Statistics statistics = effort.get();
    values.put("conflicts", (double) statistics.conflicts());
    values.put("decisions", (double) statistics.decisions());
    values.put("propagations", (double) statistics.propagations());
    values.put("calls", solution.calls());
    if (table.isPresent()) {
      values.put("models", (double) table.get().modelCount());
      values.put("backbone", (double) table.get().backbone().length);
    } else if (solution.answer() instanceof SatAnswer.Frozen frozen) {
      values.put("backbone", (double) frozen.literals().size());
    } else if (asked.problem().need() == Problem.Need.SATISFIABLE
        && cnf.variables() <= FEW_VARIABLES) {
      Optional<int[]> backbone = Backbone.of(cnf, meter);
      if (backbone.isEmpty()) {
        return Optional.empty();
      }
      values.put("backbone", (double) backbone.get().length);
    }
    solution.models().ifPresent(models -> values.put("models", models.doubleValue()));
    double constrainedness = constrainedness(cnf);
    values.put("constrainedness", rounded(constrainedness));
    values.put(
        "threshold_distance", rounded(Math.abs(constrainedness / BITS_OF_A_CLAUSE - THRESHOLD)));
    solution.optimum().ifPresent(optimum -> values.put("optimum", (double) optimum));
    if (solution.answer() instanceof SatAnswer.Chosen chosen) {
      values.put("answer_size", (double) chosen.positions().cardinality());
    }
    double work = work(statistics);
    if (twin.isPresent()) {
      Optional<Statistics> other = Effort.of(twin.get(), renamings, meter);
      if (other.isEmpty()) {
        return Optional.empty();
      }
      work = Math.sqrt(work * work(other.get()));
    }
    return Optional.of(
        new Measures(values, rounded(StrictMath.log1p(work * solution.calls()) / LOG_2)));
  }

  private static double work(Statistics statistics) {
    return (double) statistics.conflicts() + statistics.decisions() + statistics.propagations();
  }

  private static double constrainedness(Cnf cnf) {
    double bits = 0;
    double last = 1;
    double bitsOfLast = 0;
    for (Constraint constraint : cnf.constraints()) {
      double holds = Expectation.holds(constraint);
      // Most constraints are like the one before.
      if (holds != last) {
        last = holds;
        bitsOfLast = -StrictMath.log(Math.max(holds, Double.MIN_NORMAL)) / LOG_2;
      }
      bits += bitsOfLast;
    }
    return cnf.variables() == 0 ? 0 : bits / cnf.variables();
  }

  /** To four places. */
  private static double rounded(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
