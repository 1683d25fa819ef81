package org.ponens.solvers.sat;

import java.util.BitSet;
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
  private final ViolationTable table;
  private final long[] models;
  private final long[] optimal;
  private final int minViolations;
  private final BitSet soleViolations;

  private TruthTable(Cnf cnf) {
    variables = cnf.variables();
    table = new ViolationTable(cnf);
    optimal = table.all();
    minViolations = table.leastViolations(optimal);
    models = minViolations == 0 ? optimal : new long[table.words()];
    int size = cnf.constraints().size();
    soleViolations = new BitSet(size + 1);
    if (minViolations == 1) {
      for (int c = 0; c < size; c++) {
        if (table.intersects(optimal, c)) {
          soleViolations.set(c + 1);
        }
      }
    }
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
    return minViolations;
  }

  /** How many valuations violate as few constraints as can be. */
  public long optimalCount() {
    return ViolationTable.count(optimal);
  }

  /**
   * The constraints each of which alone is a correction set, by their numbers from 1: some
   * valuation violates it and no other. Empty for satisfiable formulas.
   */
  public BitSet soleViolations() {
    return (BitSet) soleViolations.clone();
  }

  /** The first valuation in lexicographic order that violates as few constraints as can be. */
  public BitSet firstOptimal() {
    return table.valuation(ViolationTable.first(optimal));
  }

  /**
   * The backbone of a satisfiable formula: the literals that are true in all models, by variable;
   * empty if there is no model.
   */
  public int[] backbone() {
    return minViolations > 0 ? new int[0] : table.backbone(models);
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
