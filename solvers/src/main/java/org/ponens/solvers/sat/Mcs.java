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

  /**
   * A minimal correction set, the same one each time; empty if the budget is spent first. What a
   * good valuation satisfies is kept; of the rest, each constraint that can be is put back.
   */
  public static Optional<BitSet> find(Cnf cnf, Meter meter) {
    int size = cnf.constraints().size();
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      return meter.step() ? Optional.of(find(table, size)) : Optional.empty();
    }
    BitSet start = LocalSearch.fromMajority(cnf, 0, 4, meter).trueVariables();
    BitSet kept = new BitSet(size);
    BitSet open = new BitSet(size);
    for (int p = 0; p < size; p++) {
      (cnf.constraints().get(p).holds(start) ? kept : open).set(p);
    }
    GuardedFormula formula = GuardedFormula.of(cnf, kept, open);
    Cdcl solver = formula.solver();
    BitSet left = new BitSet(size);
    for (int p = open.nextSetBit(0); p >= 0; p = open.nextSetBit(p + 1)) {
      switch (solver.solve(meter, formula.guard(p))) {
        case SATISFIABLE -> {
          BitSet model = formula.model();
          for (int q = p; q >= 0; q = open.nextSetBit(q + 1)) {
            if (cnf.constraints().get(q).holds(model)) {
              open.clear(q);
              solver.addClause(formula.guard(q));
            }
          }
        }
        case UNSATISFIABLE -> {
          left.set(p);
          solver.addClause(-formula.guard(p));
        }
        case EXHAUSTED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(left);
  }

  private static BitSet find(ViolationTable table, int size) {
    BitSet left = new BitSet(size);
    long[] kept = table.all();
    for (int p = 0; p < size; p++) {
      if (table.firstSatisfying(kept, p) < 0) {
        left.set(p);
      } else {
        table.remove(kept, p);
      }
    }
    return left;
  }

  /**
   * Whether these constraints are a minimal correction set of the formula.
   *
   * @throws IndexOutOfBoundsException if a position is not one of the formula's
   */
  public static Check check(Cnf cnf, BitSet positions, Meter meter) {
    int size = cnf.constraints().size();
    Objects.checkFromToIndex(0, positions.length(), size);
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      return meter.step() ? check(table, size, positions) : new Check.Exhausted();
    }
    BitSet others = new BitSet(size);
    others.set(0, size);
    others.andNot(positions);
    GuardedFormula formula = GuardedFormula.of(cnf, others, positions);
    switch (formula.solver().solve(meter)) {
      case SATISFIABLE -> {
        BitSet model = formula.model();
        for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
          if (cnf.constraints().get(p).holds(model)) {
            return new Check.Redundant(p, model);
          }
        }
      }
      case UNSATISFIABLE -> {
        return new Check.Unsatisfiable();
      }
      case EXHAUSTED -> {
        return new Check.Exhausted();
      }
    }
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      switch (formula.solver().solve(meter, formula.guard(p))) {
        case SATISFIABLE -> {
          return new Check.Redundant(p, formula.model());
        }
        case UNSATISFIABLE -> {}
        case EXHAUSTED -> {
          return new Check.Exhausted();
        }
      }
    }
    return new Check.Minimal();
  }

  private static Check check(ViolationTable table, int size, BitSet positions) {
    long[] models = table.all();
    for (int p = 0; p < size; p++) {
      if (!positions.get(p)) {
        table.remove(models, p);
      }
    }
    if (ViolationTable.first(models) < 0) {
      return new Check.Unsatisfiable();
    }
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      int model = table.firstSatisfying(models, p);
      if (model >= 0) {
        return new Check.Redundant(p, table.valuation(model));
      }
    }
    return new Check.Minimal();
  }
}
