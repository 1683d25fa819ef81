package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/**
 * Minimal unsatisfiable subsets (MUSes): constraints that have no model together, while each of
 * them can be left out to have one. Sets of constraints are positions from 0.
 */
public final class Mus {

  private Mus() {}

  /** What a set of constraints turned out to be. */
  public sealed interface Check {

    /** It is a minimal unsatisfiable subset. */
    record Minimal() implements Check {}

    /** It has a model: the true variables of one. */
    record Satisfiable(BitSet model) implements Check {}

    /** It has no model, nor has it without this constraint. */
    record Redundant(int position) implements Check {}

    /** The budget was spent first. */
    record Exhausted() implements Check {}
  }

  /**
   * A minimal unsatisfiable subset, the same one each time; empty if the formula has a model or the
   * budget is spent first.
   */
  public static Optional<BitSet> find(Cnf cnf, Meter meter) {
    GuardedFormula formula = new GuardedFormula(cnf);
    BitSet core = new BitSet();
    core.set(0, cnf.constraints().size());
    for (int p = core.nextSetBit(0); p >= 0; p = core.nextSetBit(p + 1)) {
      core.clear(p);
      switch (formula.solve(meter, core)) {
        case SatResult.Satisfiable s -> core.set(p);
        case SatResult.Unsatisfiable(var guards) -> core.and(formula.positions(guards));
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    return formula.solve(meter, core) instanceof SatResult.Unsatisfiable
        ? Optional.of(core)
        : Optional.empty();
  }

  /**
   * Whether these constraints are a minimal unsatisfiable subset of the formula's.
   *
   * @throws IndexOutOfBoundsException if a position is not one of the formula's
   */
  public static Check check(Cnf cnf, BitSet positions, Meter meter) {
    List<?> constraints = cnf.constraints();
    java.util.Objects.checkIndex(Math.max(0, positions.length() - 1), constraints.size() + 1);
    GuardedFormula formula = new GuardedFormula(cnf);
    BitSet core;
    switch (formula.solve(meter, positions)) {
      case SatResult.Satisfiable(var model) -> {
        return new Check.Satisfiable(formula.trueVariables(model));
      }
      case SatResult.Exhausted e -> {
        return new Check.Exhausted();
      }
      case SatResult.Unsatisfiable(var guards) -> core = formula.positions(guards);
    }
    BitSet others = (BitSet) positions.clone();
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      if (!core.get(p)) {
        return new Check.Redundant(p);
      }
      others.clear(p);
      switch (formula.solve(meter, others)) {
        case SatResult.Satisfiable s -> others.set(p);
        case SatResult.Unsatisfiable u -> {
          return new Check.Redundant(p);
        }
        case SatResult.Exhausted e -> {
          return new Check.Exhausted();
        }
      }
    }
    return new Check.Minimal();
  }
}
