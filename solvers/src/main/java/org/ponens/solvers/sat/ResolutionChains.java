package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;

/**
 * Turns what a solver learned into single resolution steps. Each learned clause follows from its
 * antecedents by unit propagation; resolving the clause that became false with the reasons of its
 * literals, last first, gives the clause or a part of it (Goldberg & Novikov, DATE 2003).
 */
final class ResolutionChains {

  private final Meter meter;
  private final int premises;
  private final List<int[]> clauses = new ArrayList<>();
  private final List<Refutation.Resolvent> steps = new ArrayList<>();
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();

  /** Indexed by variable: 1 true, -1 false. */
  private final byte[] value;

  private final boolean[] current;
  private final List<Integer> trail = new ArrayList<>();
  private final List<Integer> reasons = new ArrayList<>();

  private ResolutionChains(Cnf cnf, Meter meter) {
    this.meter = meter;
    premises = cnf.constraints().size();
    value = new byte[cnf.variables() + 1];
    current = new boolean[cnf.variables() + 1];
    for (int i = 0; i < premises; i++) {
      int[] literals = sorted(Arrays.stream(cnf.constraints().get(i).literals()).distinct());
      clauses.add(literals);
      numbers.putIfAbsent(boxed(literals), i + 1);
    }
  }

  /**
   * A refutation of a formula of clauses from the log of a solver that has found it unsatisfiable;
   * empty if the budget is spent first.
   */
  static Optional<Refutation> refute(Cnf cnf, LearningLog log, Meter meter) {
    ResolutionChains chains = new ResolutionChains(cnf, meter);
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
    trail.clear();
    reasons.clear();
    int conflict = propagate(antecedents);
    int number = resolve(conflict);
    for (int literal : literals) {
      value[Math.abs(literal)] = 0;
    }
    for (int literal : trail) {
      value[Math.abs(literal)] = 0;
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
          trail.add(unit);
          reasons.add(number);
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
    int[] resolvent =
        sorted(
            java.util.stream.IntStream.concat(
                    Arrays.stream(clauses.get(left - 1)), Arrays.stream(clauses.get(right - 1)))
                .filter(literal -> Math.abs(literal) != pivot)
                .distinct());
    Integer known = numbers.putIfAbsent(boxed(resolvent), clauses.size() + 1);
    if (known != null) {
      return known;
    }
    clauses.add(resolvent);
    steps.add(new Refutation.Resolvent(resolvent, left, right));
    return clauses.size();
  }

  private static int[] sorted(java.util.stream.IntStream literals) {
    return literals
        .boxed()
        .sorted(java.util.Comparator.comparingInt((Integer l) -> Math.abs(l)).thenComparing(l -> l))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<Integer> boxed(int[] literals) {
    return Arrays.stream(literals).boxed().toList();
  }

  /** Only the steps that the empty clause goes back to. */
  private Refutation trimmed() {
    int empty = numbers.getOrDefault(List.of(), 0);
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
