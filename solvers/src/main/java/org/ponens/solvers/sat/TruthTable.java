package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

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

  /** Column patterns of the six variables that count least, within one word. */
  private static final long[] WITHIN_WORD = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  private final int variables;
  private final int words;
  private final long valid;
  private final long[] models;
  private final long[] optimal;
  private final int minViolations;
  private final BitSet soleViolations;

  private TruthTable(Cnf cnf) {
    variables = cnf.variables();
    words = variables <= 6 ? 1 : 1 << (variables - 6);
    valid = variables >= 6 ? -1L : (1L << (1 << variables)) - 1;
    int size = cnf.constraints().size();
    int planes = 32 - Integer.numberOfLeadingZeros(size);
    long[][] violated = new long[size][];
    long[][] counts = new long[planes][words];
    for (int c = 0; c < size; c++) {
      violated[c] = violations(cnf.constraints().get(c));
      for (int w = 0; w < words; w++) {
        add(counts, violated[c][w], w);
      }
    }
    optimal = new long[words];
    minViolations = least(counts);
    models = minViolations == 0 ? optimal : new long[words];
    soleViolations = new BitSet(size + 1);
    if (minViolations == 1) {
      for (int c = 0; c < size; c++) {
        if (intersect(violated[c], optimal)) {
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

  /** The word of a literal's column at an index. */
  private long column(int literal, int word) {
    int bit = variables - Math.abs(literal);
    long column = bit < 6 ? WITHIN_WORD[bit] : -(long) ((word >> (bit - 6)) & 1);
    return literal > 0 ? column : ~column;
  }

  private long[] violations(Constraint constraint) {
    long[] violated = new long[words];
    for (int w = 0; w < words; w++) {
      violated[w] =
          valid
              & switch (constraint) {
                case Clause clause -> ~disjunction(clause, w);
                case Xor xor -> ~parity(xor, w);
                case Cardinality cardinality -> ~bounded(cardinality, w);
              };
    }
    return violated;
  }

  private long disjunction(Clause clause, int word) {
    long holds = 0;
    for (int i = 0; i < clause.size(); i++) {
      holds |= column(clause.literal(i), word);
    }
    return holds;
  }

  private long parity(Xor xor, int word) {
    long odd = 0;
    for (int i = 0; i < xor.size(); i++) {
      odd ^= column(xor.literal(i), word);
    }
    return odd;
  }

  private long bounded(Cardinality cardinality, int word) {
    int planes = 32 - Integer.numberOfLeadingZeros(cardinality.size());
    long[][] count = new long[planes][1];
    for (int i = 0; i < cardinality.size(); i++) {
      long carry = column(cardinality.literal(i), word);
      for (int p = 0; p < planes; p++) {
        long sum = count[p][0] ^ carry;
        carry &= count[p][0];
        count[p][0] = sum;
      }
    }
    long less = 0;
    long equal = -1L;
    int bound = cardinality.bound();
    if (planes < 31 && bound >> planes != 0) {
      less = -1L;
      equal = 0;
    } else {
      for (int p = planes - 1; p >= 0; p--) {
        if (((bound >> p) & 1) != 0) {
          less |= equal & ~count[p][0];
          equal &= count[p][0];
        } else {
          equal &= ~count[p][0];
        }
      }
    }
    return switch (cardinality.relation()) {
      case AT_MOST -> less | equal;
      case AT_LEAST -> ~less;
      case EXACTLY -> equal;
    };
  }

  private static void add(long[][] counts, long violated, int word) {
    long carry = violated;
    for (int p = 0; carry != 0; p++) {
      long sum = counts[p][word] ^ carry;
      carry &= counts[p][word];
      counts[p][word] = sum;
    }
  }

  /** The least count over all valuations; leaves those that have it in {@link #optimal}. */
  private int least(long[][] counts) {
    Arrays.fill(optimal, valid);
    int least = 0;
    for (int p = counts.length - 1; p >= 0; p--) {
      boolean without = false;
      for (int w = 0; w < words && !without; w++) {
        without = (optimal[w] & ~counts[p][w]) != 0;
      }
      if (without) {
        for (int w = 0; w < words; w++) {
          optimal[w] &= ~counts[p][w];
        }
      } else {
        least |= 1 << p;
      }
    }
    return least;
  }

  private static boolean intersect(long[] a, long[] b) {
    for (int w = 0; w < a.length; w++) {
      if ((a[w] & b[w]) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long count(long[] set) {
    long count = 0;
    for (long word : set) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many valuations there are, 2<sup>n</sup>. */
  public long valuations() {
    return 1L << variables;
  }

  /** How many models there are. */
  public long modelCount() {
    return count(models);
  }

  /** The least number of constraints that a valuation violates; 0 if there is a model. */
  public int minViolations() {
    return minViolations;
  }

  /** How many valuations violate as few constraints as can be. */
  public long optimalCount() {
    return count(optimal);
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
    for (int w = 0; w < words; w++) {
      if (optimal[w] != 0) {
        return valuation((w << 6) + Long.numberOfTrailingZeros(optimal[w]));
      }
    }
    throw new AssertionError("some valuation is optimal");
  }

  private BitSet valuation(int number) {
    BitSet trueVariables = new BitSet(variables + 1);
    for (int v = 1; v <= variables; v++) {
      if (((number >> (variables - v)) & 1) != 0) {
        trueVariables.set(v);
      }
    }
    return trueVariables;
  }

  /**
   * The backbone of a satisfiable formula: the literals that are true in all models, by variable;
   * empty if there is no model.
   */
  public int[] backbone() {
    if (minViolations > 0) {
      return new int[0];
    }
    int[] literals = new int[variables];
    int size = 0;
    for (int v = 1; v <= variables; v++) {
      boolean canBeTrue = false;
      boolean canBeFalse = false;
      for (int w = 0; w < words; w++) {
        long column = column(v, w);
        canBeTrue |= (models[w] & column) != 0;
        canBeFalse |= (models[w] & ~column) != 0;
      }
      if (canBeTrue != canBeFalse) {
        literals[size++] = canBeTrue ? v : -v;
      }
    }
    return Arrays.copyOf(literals, size);
  }

  /** How many models are minimal: no other model's true variables are all among theirs. */
  public long minimalModelCount() {
    long[] above = models.clone();
    for (int bit = 0; bit < variables; bit++) {
      for (int w = words - 1; w >= 0; w--) {
        above[w] |= raised(above, bit, w);
      }
    }
    long count = 0;
    for (int w = 0; w < words; w++) {
      long strictlyAbove = 0;
      for (int bit = 0; bit < variables; bit++) {
        strictlyAbove |= raised(above, bit, w);
      }
      count += Long.bitCount(models[w] & ~strictlyAbove);
    }
    return count;
  }

  /** Those of a set whose variable at this bit is false, moved to where it is true; one word. */
  private static long raised(long[] set, int bit, int word) {
    if (bit < 6) {
      return (set[word] & ~WITHIN_WORD[bit]) << (1 << bit);
    }
    int step = 1 << (bit - 6);
    return (word & step) != 0 ? set[word - step] : 0;
  }
}
