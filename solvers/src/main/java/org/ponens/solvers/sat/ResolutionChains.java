package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/**
 * Turns what a solver learned into single resolution steps. Each learned clause follows from its
 * antecedents by unit propagation; resolving the clause that became false with the reasons of its
 * literals, last first, gives the clause or a part of it (Goldberg & Novikov, DATE 2003).
 */
final class ResolutionChains {

  private static final int[] NONE = {};

  private final Meter meter;
  private final int premises;
  private final List<int[]> clauses = new ArrayList<>();
  private final List<Refutation.Resolvent> steps = new ArrayList<>();
  private final Map<Literals, Integer> numbers = new HashMap<>();

  /** Indexed by variable: 1 true, -1 false. */
  private final byte[] value;

  private final boolean[] current;
  private final IntStack trail = new IntStack(16);
  private final IntStack reasons = new IntStack(16);

  /** A clause as a key: its literals in the order of {@link #sorted}. */
  private static final class Literals {

    private final int[] sorted;
    private final int hash;

    Literals(int[] sorted) {
      this.sorted = sorted;
      this.hash = Arrays.hashCode(sorted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Literals that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private ResolutionChains(Cnf cnf, BitSet used, Meter meter) {
    this.meter = meter;
    premises = cnf.constraints().size();
    value = new byte[cnf.variables() + 1];
    current = new boolean[cnf.variables() + 1];
    for (int i = 0; i < premises; i++) {
      if (used.get(i)) {
        int[] literals = sorted(cnf.constraints().get(i).literals());
        clauses.add(literals);
        numbers.putIfAbsent(new Literals(literals), i + 1);
      } else {
        clauses.add(NONE);
      }
    }
  }

  /**
   * A refutation of a formula of clauses from the log of a solver that has found some of them
   * unsatisfiable, and knows them by their positions; empty if the budget is spent first.
   */
  static Optional<Refutation> refute(Cnf cnf, LearningLog log, Meter meter) {
    ResolutionChains chains = new ResolutionChains(cnf, log.core(), meter);
    return chains.follow(log) ? Optional.of(chains.trimmed()) : Optional.empty();
  }

  private boolean follow(LearningLog log) {
    int[] numberOf = new int[log.size()];
    BitSet used = log.usedByLast();
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      if (log.tag(i) >= 0) {
        numberOf[i] = log.tag(i) + 1;
        continue;
      }
      int[] antecedents = log.antecedents(i);
      for (int a = 0; a < antecedents.length; a++) {
        antecedents[a] = numberOf[antecedents[a]];
      }
      numberOf[i] = derive(log.literals(i), antecedents);
      if (!meter.step()) {
        return false;
      }
    }
    return true;
  }

  /** The number of a clause of some of these literals, resolved from some of these clauses. */
  private int derive(int[] literals, int[] antecedents) {
    for (int literal : literals) {
      value[Math.abs(literal)] = (byte) (literal > 0 ? -1 : 1);
    }
    trail.shrink(0);
    reasons.shrink(0);
    int conflict = propagate(antecedents);
    int number = resolve(conflict);
    for (int literal : literals) {
      value[Math.abs(literal)] = 0;
    }
    for (int t = 0; t < trail.size(); t++) {
      value[Math.abs(trail.get(t))] = 0;
    }
    return number;
  }

  /** The number of an antecedent all of whose literals become false. */
  private int propagate(int[] antecedents) {
    int size = antecedents.length;
    while (true) {
      int kept = 0;
      int before = trail.size();
      for (int a = 0; a < size; a++) {
        int number = antecedents[a];
        int unit = 0;
        boolean waits = false;
        boolean satisfied = false;
        for (int literal : clauses.get(number - 1)) {
          int truth = literal > 0 ? value[literal] : -value[-literal];
          if (truth > 0) {
            satisfied = true;
          } else if (truth == 0) {
            waits |= unit != 0;
            unit = literal;
          }
        }
        if (satisfied) {
          continue;
        }
        if (waits) {
          antecedents[kept++] = number;
        } else if (unit == 0) {
          return number;
        } else {
          value[Math.abs(unit)] = (byte) (unit > 0 ? 1 : -1);
          trail.push(unit);
          reasons.push(number);
        }
      }
      size = kept;
      if (trail.size() == before) {
        throw new AssertionError("a learned clause follows from its antecedents");
      }
    }
  }

  private int resolve(int conflict) {
    int number = conflict;
    for (int literal : clauses.get(number - 1)) {
      current[Math.abs(literal)] = true;
    }
    for (int t = trail.size() - 1; t >= 0; t--) {
      int pivot = Math.abs(trail.get(t));
      if (current[pivot]) {
        int reason = reasons.get(t);
        for (int literal : clauses.get(reason - 1)) {
          current[Math.abs(literal)] = true;
        }
        current[pivot] = false;
        number = step(number, reason, pivot);
      }
    }
    for (int literal : clauses.get(number - 1)) {
      current[Math.abs(literal)] = false;
    }
    return number;
  }

  private int step(int left, int right, int pivot) {
    int[] resolvent = resolvent(clauses.get(left - 1), clauses.get(right - 1), pivot);
    Integer known = numbers.putIfAbsent(new Literals(resolvent), clauses.size() + 1);
    if (known != null) {
      return known;
    }
    clauses.add(resolvent);
    steps.add(new Refutation.Resolvent(resolvent, left, right));
    return clauses.size();
  }

  private static int[] resolvent(int[] left, int[] right, int pivot) {
    int[] merged = new int[left.length + right.length];
    int size = 0;
    int l = 0;
    int r = 0;
    while (l < left.length || r < right.length) {
      int next;
      if (r == right.length || (l < left.length && order(left[l]) <= order(right[r]))) {
        next = left[l++];
        r += r < right.length && right[r] == next ? 1 : 0;
      } else {
        next = right[r++];
      }
      if (Math.abs(next) != pivot) {
        merged[size++] = next;
      }
    }
    return Arrays.copyOf(merged, size);
  }

  /** By variable, the negative literal first. */
  private static int order(int literal) {
    return literal > 0 ? 2 * literal + 1 : -2 * literal;
  }

  /** A set of literals in that order. */
  private static int[] sorted(int[] literals) {
    int[] orders = new int[literals.length];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = order(literals[i]);
    }
    ShortArrays.sort(orders);
    int size = 0;
    for (int i = 0; i < orders.length; i++) {
      if (i == 0 || orders[i] != orders[i - 1]) {
        literals[size++] = (orders[i] & 1) != 0 ? orders[i] >> 1 : -(orders[i] >> 1);
      }
    }
    return size == literals.length ? literals : Arrays.copyOf(literals, size);
  }

  /** Only the steps that the empty clause goes back to. */
  private Refutation trimmed() {
    int empty = numbers.getOrDefault(new Literals(NONE), 0);
    BitSet needed = new BitSet();
    needed.set(empty);
    for (int number = empty; number > premises; number = needed.previousSetBit(number - 1)) {
      needed.set(steps.get(number - premises - 1).left());
      needed.set(steps.get(number - premises - 1).right());
    }
    int[] renumbered = new int[empty + 1];
    int next = premises;
    List<Refutation.Resolvent> result = new ArrayList<>();
    for (int number = needed.nextSetBit(0); number >= 0; number = needed.nextSetBit(number + 1)) {
      if (number <= premises) {
        renumbered[number] = number;
        continue;
      }
      Refutation.Resolvent step = steps.get(number - premises - 1);
      renumbered[number] = ++next;
      result.add(
          new Refutation.Resolvent(
              step.literals(), renumbered[step.left()], renumbered[step.right()]));
    }
    return new Refutation(result);
  }
}
