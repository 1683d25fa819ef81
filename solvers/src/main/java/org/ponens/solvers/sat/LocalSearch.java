package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Meter;

/**
 * Looks for a valuation that violates few constraints: changes a variable of some violated
 * constraint, mostly the one that leaves the fewest violated (after WalkSAT, Selman, Kautz & Cohen,
 * AAAI 1994). Its choices are a fixed pseudo-random sequence, so the same formula gives the same
 * valuation. A step of the meter is 64 changes.
 */
final class LocalSearch {

  private static final int MOST_CHANGES = 20_000;
  private static final int LONGEST = 64;

  /** One change in so many is of any variable of the constraint. */
  private static final int NOISE = 5;

  private final List<Constraint> constraints;
  private final BitSet trueVariables;
  private final int[] trueLiterals;

  /** The constraints of variable v, twice the position, one more for a negative literal. */
  private final int[] occurrences;

  private final int[] start;

  /** The violated constraints, and where each stands among them. */
  private final int[] violated;

  private final int[] place;
  private int violations;

  /** When each variable was last changed. */
  private final int[] changed;

  private int time;
  private long random;

  private LocalSearch(Cnf cnf) {
    constraints = cnf.constraints();
    int size = constraints.size();
    start = new int[cnf.variables() + 2];
    int[] positive = new int[cnf.variables() + 1];
    for (Constraint constraint : constraints) {
      for (int i = 0; i < constraint.size(); i++) {
        int literal = constraint.literal(i);
        start[Math.abs(literal) + 1]++;
        positive[Math.abs(literal)] += literal > 0 ? 1 : -1;
      }
    }
    trueVariables = new BitSet(cnf.variables() + 1);
    for (int v = 1; v <= cnf.variables(); v++) {
      start[v + 1] += start[v];
      trueVariables.set(v, positive[v] > 0);
    }
    occurrences = new int[start[cnf.variables() + 1]];
    int[] end = start.clone();
    changed = new int[cnf.variables() + 1];
    trueLiterals = new int[size];
    violated = new int[size];
    place = new int[size];
    for (int p = 0; p < size; p++) {
      Constraint constraint = constraints.get(p);
      for (int i = 0; i < constraint.size(); i++) {
        int literal = constraint.literal(i);
        occurrences[end[Math.abs(literal)]++] = 2 * p + (literal > 0 ? 0 : 1);
        if (Constraint.isTrue(literal, trueVariables)) {
          trueLiterals[p]++;
        }
      }
      place[p] = -1;
      if (!holds(p, trueLiterals[p])) {
        place[p] = violations;
        violated[violations++] = p;
      }
    }
  }

  /**
   * The best valuation found.
   *
   * @param violations how many constraints it violates
   */
  record Found(int violations, BitSet trueVariables) {}

  /**
   * Searches from the valuation that makes each variable what it is most often.
   *
   * @param enough the number of violated constraints to stop at
   * @param changesPerVariable how long to search, as a multiple of the number of variables
   */
  static Found fromMajority(Cnf cnf, int enough, int changesPerVariable, Meter meter) {
    return new LocalSearch(cnf).run(enough, changesPerVariable, meter);
  }

  private Found run(int enough, int changesPerVariable, Meter meter) {
    BitSet best = (BitSet) trueVariables.clone();
    int least = violations;
    int changes = Math.min(MOST_CHANGES, changesPerVariable * start.length);
    for (int c = 1; c <= changes && least > enough; c++) {
      int position = violated[below(violations)];
      int variable = choose(constraints.get(position));
      if (variable == 0) {
        continue;
      }
      change(variable);
      if (violations < least) {
        least = violations;
        best = (BitSet) trueVariables.clone();
      }
      if ((c & 63) == 0 && !meter.step()) {
        break;
      }
    }
    return new Found(least, best);
  }

  private int below(int bound) {
    random += 0x9E3779B97F4A7C15L;
    long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (((z >>> 33) * bound) >>> 31);
  }

  /** A variable of a violated constraint; 0 if it has none. */
  private int choose(Constraint constraint) {
    int size = constraint.size();
    if (size == 0) {
      return 0;
    }
    int first = below(size);
    int best = Math.abs(constraint.literal(first));
    if (below(NOISE) == 0) {
      return best;
    }
    int bestGain = gain(best);
    for (int i = 1; i < Math.min(size, LONGEST); i++) {
      int variable = Math.abs(constraint.literal((first + i) % size));
      int gain = gain(variable);
      if (gain > bestGain || (gain == bestGain && changed[variable] < changed[best])) {
        best = variable;
        bestGain = gain;
      }
    }
    return best;
  }

  /** How many more constraints would hold. */
  private int gain(int variable) {
    int isTrue = trueVariables.get(variable) ? 1 : 0;
    int gain = 0;
    for (int i = start[variable]; i < start[variable + 1]; i++) {
      int position = occurrences[i] >> 1;
      int after = trueLiterals[position] + ((occurrences[i] & 1) == isTrue ? 1 : -1);
      gain += (holds(position, after) ? 1 : 0) - (place[position] < 0 ? 1 : 0);
    }
    return gain;
  }

  private void change(int variable) {
    int isTrue = trueVariables.get(variable) ? 1 : 0;
    trueVariables.flip(variable);
    changed[variable] = ++time;
    for (int i = start[variable]; i < start[variable + 1]; i++) {
      int position = occurrences[i] >> 1;
      trueLiterals[position] += (occurrences[i] & 1) == isTrue ? 1 : -1;
      boolean holds = holds(position, trueLiterals[position]);
      int at = place[position];
      if (holds && at >= 0) {
        int last = violated[--violations];
        violated[at] = last;
        place[last] = at;
        place[position] = -1;
      } else if (!holds && at < 0) {
        place[position] = violations;
        violated[violations++] = position;
      }
    }
  }

  private boolean holds(int position, int count) {
    return switch (constraints.get(position)) {
      case Clause c -> count > 0;
      case Xor x -> (count & 1) != 0;
      case Cardinality c ->
          switch (c.relation()) {
            case AT_MOST -> count <= c.bound();
            case AT_LEAST -> count >= c.bound();
            case EXACTLY -> count == c.bound();
          };
    };
  }
}
