package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * For each constraint of a small formula the valuations that violate it: a row of bits, 64 in a
 * word. Questions about sets of constraints are then operations on rows, each of which looks at all
 * valuations at once; up to about a dozen variables that costs less than one search.
 *
 * <p>Valuations are numbered in lexicographic order: variable 1 counts most, false before true.
 */
final class ViolationTable {

  /** The most variables for which a table is sure to be faster than a search. */
  private static final int FEW_VARIABLES = 12;

  /** The most words that are looked at to make a table; more are left to the search. */
  private static final long MOST_WORK = 1 << 20;

  /** Where the variable that counts least, second least, ... is true. */
  private static final long[][] COLUMNS = columns();

  private final int variables;
  private final int size;
  private final int words;
  private final long valid;
  private final long[] violated;

  /** The table of a formula of at most {@link TruthTable#MOST_VARIABLES} variables. */
  ViolationTable(Cnf cnf) {
    variables = cnf.variables();
    size = cnf.constraints().size();
    words = words(variables);
    valid = variables >= 6 ? -1L : (1L << (1 << variables)) - 1;
    violated = new long[size * words];
    for (int c = 0; c < size; c++) {
      fill(c * words, cnf.constraints().get(c));
    }
  }

  /** For one constraint after the other. */
  private ViolationTable(int variables) {
    this.variables = variables;
    size = 1;
    words = words(variables);
    valid = variables >= 6 ? -1L : (1L << (1 << variables)) - 1;
    violated = new long[words];
  }

  /** The first model, or -1; cheaper than a table where nothing else is asked. */
  static int firstModel(Cnf cnf) {
    ViolationTable row = new ViolationTable(cnf.variables());
    long[] models = row.all();
    for (Constraint constraint : cnf.constraints()) {
      if (constraint instanceof Clause clause && clause.size() == 3) {
        if (row.removeTernary(models, clause) == 0) {
          return -1;
        }
      } else {
        row.fill(0, constraint);
        row.remove(models, 0);
      }
    }
    return first(models);
  }

  /** Most clauses are of three literals: one pass over the words. Zero if nothing is left. */
  private long removeTernary(long[] set, Clause clause) {
    int a = clause.literal(0);
    int b = clause.literal(1);
    int c = clause.literal(2);
    long[] first = COLUMNS[variables - Math.abs(a)];
    long[] second = COLUMNS[variables - Math.abs(b)];
    long[] third = COLUMNS[variables - Math.abs(c)];
    long flipFirst = a > 0 ? 0 : -1L;
    long flipSecond = b > 0 ? 0 : -1L;
    long flipThird = c > 0 ? 0 : -1L;
    long left = 0;
    for (int w = 0; w < words; w++) {
      set[w] &= (first[w] ^ flipFirst) | (second[w] ^ flipSecond) | (third[w] ^ flipThird);
      left |= set[w];
    }
    return left;
  }

  /** The table of a formula; null if it is too large for one to be quicker than a search. */
  static @Nullable ViolationTable ofSmall(Cnf cnf) {
    return isSmall(cnf) ? new ViolationTable(cnf) : null;
  }

  static boolean isSmall(Cnf cnf) {
    if (cnf.variables() > FEW_VARIABLES) {
      return false;
    }
    long work = 0;
    for (Constraint constraint : cnf.constraints()) {
      work += (1L + constraint.size()) * words(cnf.variables());
    }
    return work <= MOST_WORK;
  }

  private static int words(int variables) {
    return variables <= 6 ? 1 : 1 << (variables - 6);
  }

  private static long[][] columns() {
    long[][] columns = new long[TruthTable.MOST_VARIABLES][words(TruthTable.MOST_VARIABLES)];
    for (int bit = 0; bit < columns.length; bit++) {
      long withinWord = 0;
      for (int i = 0; i < 64; i++) {
        withinWord |= (long) ((i >> bit) & 1) << i;
      }
      for (int w = 0; w < columns[bit].length; w++) {
        columns[bit][w] = bit < 6 ? withinWord : -(long) ((w >> (bit - 6)) & 1);
      }
    }
    return columns;
  }

  int words() {
    return words;
  }

  /** Where a word of a set of valuations may have bits. */
  long valid() {
    return valid;
  }

  /** A word of the valuations that violate a constraint. */
  long violated(int position, int word) {
    return violated[position * words + word];
  }

  private static long column(int[] bits, long[] signs, int literal, int word) {
    return COLUMNS[bits[literal]][word] ^ signs[literal];
  }

  private void fill(int base, Constraint constraint) {
    int length = constraint.size();
    switch (constraint) {
      case Clause clause -> {
        Arrays.fill(violated, base, base + words, valid);
        for (int i = 0; i < length; i++) {
          int literal = clause.literal(i);
          long[] column = COLUMNS[variables - Math.abs(literal)];
          // True where a positive literal's variable is false.
          long flip = literal > 0 ? -1L : 0;
          for (int w = 0; w < words; w++) {
            violated[base + w] &= column[w] ^ flip;
          }
        }
      }
      case Xor xor -> {
        Arrays.fill(violated, base, base + words, -1L);
        for (int i = 0; i < length; i++) {
          int literal = xor.literal(i);
          long[] column = COLUMNS[variables - Math.abs(literal)];
          long flip = literal > 0 ? 0 : -1L;
          for (int w = 0; w < words; w++) {
            violated[base + w] ^= column[w] ^ flip;
          }
        }
        for (int w = 0; w < words; w++) {
          violated[base + w] &= valid;
        }
      }
      case Cardinality cardinality -> {
        int[] bits = new int[length];
        long[] signs = new long[length];
        for (int i = 0; i < length; i++) {
          bits[i] = variables - Math.abs(cardinality.literal(i));
          signs[i] = cardinality.literal(i) > 0 ? 0 : -1L;
        }
        long[] count = new long[32 - Integer.numberOfLeadingZeros(length)];
        for (int w = 0; w < words; w++) {
          Arrays.fill(count, 0);
          for (int i = 0; i < length; i++) {
            add(count, 0, 1, column(bits, signs, i, w));
          }
          violated[base + w] = valid & ~bounded(cardinality, count);
        }
      }
    }
  }

  /** Adds a bit to each of 64 binary numbers, whose digits lie so far from each other. */
  private static void add(long[] digits, int first, int step, long bits) {
    long carry = bits;
    for (int d = first; carry != 0; d += step) {
      long sum = digits[d] ^ carry;
      carry &= digits[d];
      digits[d] = sum;
    }
  }

  private static long bounded(Cardinality cardinality, long[] count) {
    int bound = cardinality.bound();
    long less = 0;
    long equal = -1L;
    if (bound >> count.length != 0) {
      less = -1L;
      equal = 0;
    } else {
      for (int d = count.length - 1; d >= 0; d--) {
        if (((bound >> d) & 1) != 0) {
          less |= equal & ~count[d];
          equal &= count[d];
        } else {
          equal &= ~count[d];
        }
      }
    }
    return switch (cardinality.relation()) {
      case AT_MOST -> less | equal;
      case AT_LEAST -> ~less;
      case EXACTLY -> equal;
    };
  }

  /** The valuations that violate none. */
  long[] models() {
    long[] models = all();
    for (int c = 0; c < size; c++) {
      remove(models, c);
    }
    return models;
  }

  /** All valuations. */
  long[] all() {
    long[] all = new long[words];
    Arrays.fill(all, valid);
    return all;
  }

  /** Removes the valuations that violate a constraint. */
  void remove(long[] set, int position) {
    int base = position * words;
    for (int w = 0; w < words; w++) {
      set[w] &= ~violated[base + w];
    }
  }

  /** A valuation of the set that satisfies a constraint, or -1. */
  int firstSatisfying(long[] set, int position) {
    for (int w = 0; w < words; w++) {
      long both = set[w] & ~violated[position * words + w];
      if (both != 0) {
        return (w << 6) + Long.numberOfTrailingZeros(both);
      }
    }
    return -1;
  }

  /** Whether some valuation of the set violates a constraint. */
  boolean intersects(long[] set, int position) {
    for (int w = 0; w < words; w++) {
      if ((set[w] & violated[position * words + w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The first valuation of a set, or -1. */
  static int first(long[] set) {
    for (int w = 0; w < set.length; w++) {
      if (set[w] != 0) {
        return (w << 6) + Long.numberOfTrailingZeros(set[w]);
      }
    }
    return -1;
  }

  /** The first of a set whose true variables are a proper subset of these, or -1. */
  int firstBelow(long[] set, BitSet trueVariables) {
    long[] below = set.clone();
    int number = 0;
    for (int v = 1; v <= variables; v++) {
      number <<= 1;
      if (trueVariables.get(v)) {
        number++;
        continue;
      }
      long[] column = COLUMNS[variables - v];
      for (int w = 0; w < words; w++) {
        below[w] &= ~column[w];
      }
    }
    below[number >> 6] &= ~(1L << number);
    return first(below);
  }

  static long count(long[] set) {
    long count = 0;
    for (long word : set) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The true variables of a valuation. */
  BitSet valuation(int number) {
    return valuation(variables, number);
  }

  static BitSet valuation(int variables, int number) {
    BitSet trueVariables = new BitSet(variables + 1);
    for (int v = 1; v <= variables; v++) {
      if (((number >> (variables - v)) & 1) != 0) {
        trueVariables.set(v);
      }
    }
    return trueVariables;
  }

  /** The literals that are true in all of some valuations, of which there are some. */
  int[] backbone(long[] models) {
    int[] literals = new int[variables];
    int found = 0;
    for (int v = 1; v <= variables; v++) {
      long[] column = COLUMNS[variables - v];
      long canBeTrue = 0;
      long canBeFalse = 0;
      for (int w = 0; w < words; w++) {
        canBeTrue |= models[w] & column[w];
        canBeFalse |= models[w] & ~column[w];
      }
      if (canBeTrue == 0 || canBeFalse == 0) {
        literals[found++] = canBeTrue != 0 ? v : -v;
      }
    }
    return Arrays.copyOf(literals, found);
  }

  /** The least number of constraints violated; leaves in a set the valuations that reach it. */
  int leastViolations(long[] best) {
    int planes = 32 - Integer.numberOfLeadingZeros(size);
    long[] counts = new long[planes * words];
    for (int c = 0; c < size; c++) {
      for (int w = 0; w < words; w++) {
        add(counts, w, words, violated[c * words + w]);
      }
    }
    Arrays.fill(best, valid);
    int least = 0;
    for (int p = planes - 1; p >= 0; p--) {
      boolean without = false;
      for (int w = 0; w < words && !without; w++) {
        without = (best[w] & ~counts[p * words + w]) != 0;
      }
      if (without) {
        for (int w = 0; w < words; w++) {
          best[w] &= ~counts[p * words + w];
        }
      } else {
        least |= 1 << p;
      }
    }
    return least;
  }

  /** The valuations with a member of the set below: some of its true variables false, no more. */
  long[] strictlyAbove(long[] set) {
    long[] above = set.clone();
    for (int bit = 0; bit < variables; bit++) {
      for (int w = words - 1; w >= 0; w--) {
        above[w] |= raised(above, bit, w);
      }
    }
    long[] strictly = new long[words];
    for (int bit = 0; bit < variables; bit++) {
      for (int w = 0; w < words; w++) {
        strictly[w] |= raised(above, bit, w);
      }
    }
    return strictly;
  }

  /** Those of a set whose variable at this bit is false, moved to where it is true; one word. */
  private static long raised(long[] set, int bit, int word) {
    if (bit < 6) {
      return (set[word] & ~COLUMNS[bit][0]) << (1 << bit);
    }
    int step = 1 << (bit - 6);
    return (word & step) != 0 ? set[word - step] : 0;
  }
}
