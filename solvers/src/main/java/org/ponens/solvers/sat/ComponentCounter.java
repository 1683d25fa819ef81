package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/**
 * Counts the models of clauses by cases: what is left of them after a decision and what it forces
 * falls into parts without common variables, whose counts are multiplied, and a part seen before is
 * looked up (Sang, Bacchus, Beame, Kautz and Pitassi, "Combining component caching and clause
 * learning for effective model counting", SAT 2004; here without the learning).
 *
 * <p>Numbers beyond {@link Long#MAX_VALUE} become that. For one thread and one count.
 */
final class ComponentCounter {

  /** The most variables: the recursion goes one level deeper for each. */
  static final int MOST_VARIABLES = 1000;

  /** The most numbers that the keys of remembered parts hold. */
  private static final int MOST_REMEMBERED = 1 << 23;

  /** What stands for the count when the budget is spent. */
  private static final long SPENT = -1;

  private final Meter meter;
  private final int[][] clauses;

  /** For each literal, as {@code 2v} or {@code 2v + 1}, the clauses that have it. */
  private final int[][] occurrences;

  /** For each literal 1 if it is true, -1 if it is false. */
  private final byte[] value;

  private final IntStack trail = new IntStack(64);
  private final Map<Part, Long> known = new HashMap<>();
  private int remembered;

  /** Marks of variables and clauses already in some part. */
  private final int[] variableMark;

  private final int[] clauseMark;
  private int mark;

  /** How often each variable occurs, while the one to decide is chosen. */
  private final int[] weight;

  /** Unassigned variables and the clauses over them that are not satisfied. */
  private static final class Part {

    private final int[] variables;
    private final int[] clauses;
    private final int hash;

    Part(int[] variables, int[] clauses) {
      this.variables = variables;
      this.clauses = clauses;
      this.hash = 31 * Arrays.hashCode(variables) + Arrays.hashCode(clauses);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && hash == that.hash
          && Arrays.equals(variables, that.variables)
          && Arrays.equals(clauses, that.clauses);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** For a formula of clauses, of few enough variables. */
  ComponentCounter(Cnf clausal, Meter meter) {
    this.meter = meter;
    int n = clausal.variables();
    int m = clausal.constraints().size();
    clauses = new int[m][];
    int[] sizes = new int[2 * n + 2];
    for (int c = 0; c < m; c++) {
      int[] literals = clausal.constraints().get(c).literals();
      for (int i = 0; i < literals.length; i++) {
        literals[i] = literals[i] > 0 ? 2 * literals[i] : -2 * literals[i] + 1;
        sizes[literals[i]]++;
      }
      clauses[c] = literals;
    }
    occurrences = new int[2 * n + 2][];
    for (int code = 0; code < sizes.length; code++) {
      occurrences[code] = new int[sizes[code]];
    }
    for (int c = m - 1; c >= 0; c--) {
      for (int code : clauses[c]) {
        occurrences[code][--sizes[code]] = c;
      }
    }
    value = new byte[2 * n + 2];
    variableMark = new int[n + 1];
    clauseMark = new int[m];
    weight = new int[n + 1];
  }

  /** How many valuations of all variables are models; -1 if the budget is spent first. */
  long count() {
    for (int[] clause : clauses) {
      if (!propagate(clause)) {
        return 0;
      }
    }
    int[] all = new int[weight.length - 1];
    for (int v = 1; v <= all.length; v++) {
      all[v - 1] = v;
    }
    return rest(all);
  }

  /** Assigns the last open literal of a clause, if it is, and what follows; false: no model. */
  private boolean propagate(int[] clause) {
    int from = trail.size();
    if (!look(clause)) {
      return false;
    }
    for (int t = from; t < trail.size(); t++) {
      for (int c : occurrences[trail.get(t) ^ 1]) {
        if (!look(clauses[c])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean look(int[] clause) {
    int open = 0;
    for (int code : clause) {
      if (value[code] > 0) {
        return true;
      }
      if (value[code] == 0 && code != open) {
        if (open != 0) {
          return true;
        }
        open = code;
      }
    }
    if (open == 0) {
      return false;
    }
    assign(open);
    return true;
  }

  private void assign(int code) {
    value[code] = 1;
    value[code ^ 1] = -1;
    trail.push(code);
  }

  private void undo(int size) {
    while (trail.size() > size) {
      int code = trail.pop();
      value[code] = 0;
      value[code ^ 1] = 0;
    }
  }

  /** The product over the parts that variables fall into; assigned ones do not count. */
  private long rest(int[] variables) {
    List<Part> parts = new ArrayList<>();
    int free = partition(variables, parts);
    long product = free < Long.SIZE - 1 ? 1L << free : Long.MAX_VALUE;
    for (Part part : parts) {
      long models = models(part);
      if (models <= 0) {
        return models;
      }
      product = times(product, models);
    }
    return product;
  }

  /** Finds the parts; gives how many variables are in none because nothing is said of them. */
  private int partition(int[] variables, List<Part> parts) {
    mark++;
    int free = 0;
    IntStack members = new IntStack(variables.length);
    IntStack over = new IntStack(16);
    for (int start : variables) {
      if (variableMark[start] == mark || value[2 * start] != 0) {
        continue;
      }
      members.shrink(0);
      over.shrink(0);
      variableMark[start] = mark;
      members.push(start);
      for (int i = 0; i < members.size(); i++) {
        gather(2 * members.get(i), members, over);
        gather(2 * members.get(i) + 1, members, over);
      }
      if (over.isEmpty()) {
        free++;
      } else {
        parts.add(new Part(sorted(members), sorted(over)));
      }
    }
    return free;
  }

  /** Adds the clauses that have a literal, if not satisfied, and their open variables. */
  private void gather(int code, IntStack members, IntStack over) {
    for (int c : occurrences[code]) {
      if (clauseMark[c] == mark) {
        continue;
      }
      clauseMark[c] = mark;
      if (isSatisfied(clauses[c])) {
        continue;
      }
      over.push(c);
      for (int other : clauses[c]) {
        int variable = other >> 1;
        if (value[other] == 0 && variableMark[variable] != mark) {
          variableMark[variable] = mark;
          members.push(variable);
        }
      }
    }
  }

  private boolean isSatisfied(int[] clause) {
    for (int code : clause) {
      if (value[code] > 0) {
        return true;
      }
    }
    return false;
  }

  private long models(Part part) {
    Long before = known.get(part);
    if (before != null) {
      return before;
    }
    if (!meter.step()) {
      return SPENT;
    }
    int variable = mostFrequent(part);
    long models = 0;
    for (int code = 2 * variable; code <= 2 * variable + 1; code++) {
      int size = trail.size();
      boolean holds = propagate(new int[] {code});
      long more = holds ? rest(part.variables) : 0;
      undo(size);
      if (more < 0) {
        return SPENT;
      }
      models = models + more < 0 ? Long.MAX_VALUE : models + more;
    }
    int cost = part.variables.length + part.clauses.length;
    if (remembered + cost <= MOST_REMEMBERED) {
      remembered += cost;
      known.put(part, models);
    }
    return models;
  }

  /** The variable to decide: in short clauses it counts more; of equals, the first. */
  private int mostFrequent(Part part) {
    for (int variable : part.variables) {
      weight[variable] = 0;
    }
    for (int c : part.clauses) {
      int open = 0;
      for (int code : clauses[c]) {
        open += value[code] == 0 ? 1 : 0;
      }
      int bonus = open <= 2 ? 2 : 1;
      for (int code : clauses[c]) {
        weight[code >> 1] += bonus;
      }
    }
    int best = part.variables[0];
    for (int variable : part.variables) {
      if (weight[variable] > weight[best]) {
        best = variable;
      }
    }
    return best;
  }

  private static int[] sorted(IntStack stack) {
    int[] elements = stack.toArray();
    Arrays.sort(elements);
    return elements;
  }

  private static long times(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
