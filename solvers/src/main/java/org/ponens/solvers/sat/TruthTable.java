package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.cnf.Cnf;

/**
 * Everything about a small formula at once: all its valuations, 64 in a word. Takes 2<sup>n-6</sup>
 * word operations for each literal, which up to a dozen variables is less than one solver check.
 *
 * <p>Valuations are numbered in lexicographic order: variable 1 counts most, false before true.
 * Immutable.
 */
public final class TruthTable {

  /** The most variables that a table is made for. */
  public static final int MOST_VARIABLES = 16;

  private final int variables;
  private final int size;
  private final ViolationTable table;
  private final long[] models;

  /** Threads that race for it find the same. */
  private @Nullable Optimum optimum;

  private static final class Optimum {

    private final long[] valuations;
    private final int violations;
    private final BitSet sole;

    Optimum(long[] valuations, int violations, BitSet sole) {
      this.valuations = valuations;
      this.violations = violations;
      this.sole = sole;
    }
  }

  private TruthTable(Cnf cnf) {
    variables = cnf.variables();
    size = cnf.constraints().size();
    table = new ViolationTable(cnf);
    models = table.models();
  }

  /** The valuations that violate the fewest constraints; counted when first asked for. */
  private Optimum optimum() {
    Optimum known = optimum;
    if (known == null) {
      long[] valuations = table.all();
      int violations = table.leastViolations(valuations);
      BitSet sole = new BitSet(size + 1);
      for (int c = 0; violations == 1 && c < size; c++) {
        if (table.intersects(valuations, c)) {
          sole.set(c + 1);
        }
      }
      known = new Optimum(valuations, violations, sole);
      optimum = known;
    }
    return known;
  }

  private boolean isSatisfiable() {
    return ViolationTable.first(models) >= 0;
  }

  /**
   * The table of a formula.
   *
   * @throws IllegalArgumentException if it has more than {@link #MOST_VARIABLES} variables
   */
  public static TruthTable of(Cnf cnf) {
    if (cnf.variables() > MOST_VARIABLES) {
      throw new IllegalArgumentException("too many variables: " + cnf.variables());
    }
    return new TruthTable(cnf);
  }

  /** How many valuations there are, 2<sup>n</sup>. */
  public long valuations() {
    return 1L << variables;
  }

  /** How many models there are. */
  public long modelCount() {
    return ViolationTable.count(models);
  }

  /** The least number of constraints that a valuation violates; 0 if there is a model. */
  public int minViolations() {
    return isSatisfiable() ? 0 : optimum().violations;
  }

  /** How many valuations violate as few constraints as can be. */
  public long optimalCount() {
    return ViolationTable.count(optimum().valuations);
  }

  /**
   * The constraints each of which alone is a correction set, by their numbers from 1: some
   * valuation violates it and no other. Empty for satisfiable formulas.
   */
  public BitSet soleViolations() {
    return (BitSet) optimum().sole.clone();
  }

  /**
   * How many different sets of constraints are violated by the valuations that violate as few as
   * can be: the correction sets of least size.
   */
  public int leastViolationSets() {
    if (isSatisfiable()) {
      return 1;
    }
    Optimum best = optimum();
    Set<BitSet> sets = new HashSet<>();
    for (int w = 0; w < best.valuations.length; w++) {
      for (long left = best.valuations[w]; left != 0; left &= left - 1) {
        long bit = Long.lowestOneBit(left);
        BitSet violated = new BitSet(size);
        for (int c = 0; c < size; c++) {
          if ((table.violated(c, w) & bit) != 0) {
            violated.set(c);
          }
        }
        sets.add(violated);
      }
    }
    return sets.size();
  }

  /** The first valuation in lexicographic order that violates as few constraints as can be. */
  public BitSet firstOptimal() {
    return table.valuation(ViolationTable.first(optimum().valuations));
  }

  /**
   * The backbone of a satisfiable formula: the literals that are true in all models, by variable;
   * empty if there is no model.
   */
  public int[] backbone() {
    return isSatisfiable() ? table.backbone(models) : new int[0];
  }

  /** How many models are minimal: no other model's true variables are all among theirs. */
  public long minimalModelCount() {
    long[] above = table.strictlyAbove(models);
    long count = 0;
    for (int w = 0; w < models.length; w++) {
      count += Long.bitCount(models[w] & ~above[w]);
    }
    return count;
  }
}
