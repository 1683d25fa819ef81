package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/**
 * Minimal correction sets (MCSes): constraints without which the others have a model, while none of
 * them can be put back. Sets of constraints are positions from 0; that of a satisfiable formula is
 * empty.
 */
public final class Mcs {

  private Mcs() {}

  /** What a set of constraints turned out to be. */
  public sealed interface Check {

    /** It is a minimal correction set. */
    record Minimal() implements Check {}

    /** The constraints outside it have no model. */
    record Unsatisfiable() implements Check {}

    /** This constraint can be put back: the true variables of a model with it. */
    record Redundant(int position, BitSet model) implements Check {}

    /** The budget was spent first. */
    record Exhausted() implements Check {}
  }

  /** A minimal correction set, the same one each time; empty if the budget is spent first. */
  public static Optional<BitSet> find(Cnf cnf, Meter meter) {
    GuardedFormula formula = new GuardedFormula(cnf);
    int size = cnf.constraints().size();
    BitSet kept = new BitSet(size);
    BitSet left = new BitSet(size);
    for (int p = 0; p < size; p++) {
      if (kept.get(p)) {
        continue;
      }
      kept.set(p);
      switch (formula.solve(meter, kept)) {
        case SatResult.Satisfiable(var model) -> {
          BitSet trueVariables = formula.trueVariables(model);
          for (int q = p + 1; q < size; q++) {
            if (cnf.constraints().get(q).holds(trueVariables)) {
              kept.set(q);
            }
          }
        }
        case SatResult.Unsatisfiable u -> {
          kept.clear(p);
          left.set(p);
        }
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(left);
  }

  /**
   * Whether these constraints are a minimal correction set of the formula.
   *
   * @throws IndexOutOfBoundsException if a position is not one of the formula's
   */
  public static Check check(Cnf cnf, BitSet positions, Meter meter) {
    Objects.checkIndex(Math.max(0, positions.length() - 1), cnf.constraints().size() + 1);
    GuardedFormula formula = new GuardedFormula(cnf);
    BitSet others = new BitSet();
    others.set(0, cnf.constraints().size());
    others.andNot(positions);
    switch (formula.solve(meter, others)) {
      case SatResult.Satisfiable s -> {}
      case SatResult.Unsatisfiable u -> {
        return new Check.Unsatisfiable();
      }
      case SatResult.Exhausted e -> {
        return new Check.Exhausted();
      }
    }
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      switch (formula.solve(meter, others, formula.guard(p))) {
        case SatResult.Satisfiable(var model) -> {
          return new Check.Redundant(p, formula.trueVariables(model));
        }
        case SatResult.Unsatisfiable u -> {}
        case SatResult.Exhausted e -> {
          return new Check.Exhausted();
        }
      }
    }
    return new Check.Minimal();
  }
}
