package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.Objects;
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
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      return meter.step() ? find(table, cnf.constraints().size()) : Optional.empty();
    }
    BitSet all = new BitSet();
    all.set(0, cnf.constraints().size());
    LearningLog log = new LearningLog();
    if (MinimalCore.solve(cnf, all, log, meter).status() != Cdcl.Status.UNSATISFIABLE) {
      return Optional.empty();
    }
    BitSet core = MinimalCore.trimmed(cnf, log.core(), meter);
    MinimalCore minimal = new MinimalCore(cnf, core, meter);
    for (int p = minimal.nextOpen(0); p >= 0; p = minimal.nextOpen(p + 1)) {
      if (minimal.decide(p) == MinimalCore.Need.UNKNOWN) {
        return Optional.empty();
      }
    }
    return Optional.of(minimal.needed());
  }

  /** One pass: a constraint goes if those kept before it and all after it leave no valuation. */
  private static Optional<BitSet> find(ViolationTable table, int size) {
    long[][] left = new long[size + 1][];
    left[size] = table.all();
    for (int p = size - 1; p >= 0; p--) {
      left[p] = left[p + 1].clone();
      table.remove(left[p], p);
    }
    if (ViolationTable.first(left[0]) >= 0) {
      return Optional.empty();
    }
    BitSet core = new BitSet(size);
    long[] kept = table.all();
    for (int p = 0; p < size; p++) {
      if (intersect(kept, left[p + 1])) {
        core.set(p);
        table.remove(kept, p);
      }
    }
    return Optional.of(core);
  }

  private static boolean intersect(long[] a, long[] b) {
    for (int w = 0; w < a.length; w++) {
      if ((a[w] & b[w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether these constraints are a minimal unsatisfiable subset of the formula's.
   *
   * @throws IndexOutOfBoundsException if a position is not one of the formula's
   */
  public static Check check(Cnf cnf, BitSet positions, Meter meter) {
    Objects.checkFromToIndex(0, positions.length(), cnf.constraints().size());
    ViolationTable table = ViolationTable.ofSmall(cnf);
    if (table != null) {
      return meter.step() ? check(table, positions) : new Check.Exhausted();
    }
    LearningLog log = new LearningLog();
    MinimalCore.Solved solved = MinimalCore.solve(cnf, positions, log, meter);
    if (solved.status() != Cdcl.Status.UNSATISFIABLE) {
      return solved.status() == Cdcl.Status.SATISFIABLE
          ? new Check.Satisfiable(solved.solver().model(cnf.variables()))
          : new Check.Exhausted();
    }
    BitSet unused = (BitSet) positions.clone();
    unused.andNot(log.core());
    if (!unused.isEmpty()) {
      return new Check.Redundant(unused.nextSetBit(0));
    }
    MinimalCore minimal = new MinimalCore(cnf, positions, meter);
    for (int p = minimal.nextOpen(0); p >= 0; p = minimal.nextOpen(p + 1)) {
      switch (minimal.decide(p)) {
        case NEEDED -> {}
        case REDUNDANT -> {
          return new Check.Redundant(p);
        }
        case UNKNOWN -> {
          return new Check.Exhausted();
        }
      }
    }
    return new Check.Minimal();
  }

  private static Check check(ViolationTable table, BitSet positions) {
    // Valuations that violate none of the constraints so far, and those that violate just one.
    long[] none = table.all();
    long[] one = new long[table.words()];
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      for (int w = 0; w < one.length; w++) {
        long violated = table.violated(p, w);
        one[w] = (one[w] & ~violated) | (none[w] & violated);
        none[w] &= ~violated;
      }
    }
    int model = ViolationTable.first(none);
    if (model >= 0) {
      return new Check.Satisfiable(table.valuation(model));
    }
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      if (!table.intersects(one, p)) {
        return new Check.Redundant(p);
      }
    }
    return new Check.Minimal();
  }
}
