package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/**
 * A refutation by resolution (Robinson, 1965): the premises are the clauses of a formula, numbered
 * {@code 1..m}; step {@code i}, from 1, is clause {@code m + i}. The last step has no literals. A
 * formula with an empty clause is refuted without steps.
 */
public record Refutation(List<Resolvent> steps) {

  public Refutation {
    steps = List.copyOf(steps);
  }

  /**
   * A clause resolved from two others.
   *
   * @param literals in any order; one written twice counts once
   * @param left the number of one parent, a premise or an earlier step
   * @param right the number of the other
   */
  @SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
  public record Resolvent(int[] literals, int left, int right) {

    public Resolvent {
      literals = literals.clone();
    }

    @Override
    public int[] literals() {
      return literals.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Resolvent that
          && left == that.left
          && right == that.right
          && Arrays.equals(literals, that.literals);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * left + right) + Arrays.hashCode(literals);
    }

    @Override
    public String toString() {
      return left + " " + right + " -> " + Arrays.toString(literals);
    }
  }

  /**
   * A refutation of a formula of clauses, the same one each time, in which every step is used;
   * empty if the formula has a model or the budget is spent first.
   *
   * @throws IllegalArgumentException if a constraint is not a clause; see {@link ClausalForm}
   */
  public static Optional<Refutation> find(Cnf clausal, Meter meter) {
    BitSet all = new BitSet();
    all.set(0, clausal.constraints().size());
    return find(clausal, all, meter);
  }

  /**
   * A refutation of some clauses of a formula, numbered as in the whole.
   *
   * @param allowed the positions, from 0, of clauses that may be premises
   * @throws IllegalArgumentException if a constraint is not a clause
   */
  public static Optional<Refutation> find(Cnf clausal, BitSet allowed, Meter meter) {
    LearningLog log = new LearningLog();
    Cdcl solver = new Cdcl(clausal.variables(), log);
    for (int i = 0; i < clausal.constraints().size(); i++) {
      int[] literals = clause(clausal.constraints().get(i));
      if (allowed.get(i)) {
        solver.tag(i);
        solver.addClause(literals);
      }
    }
    return solver.solve(meter) == Cdcl.Status.UNSATISFIABLE
        ? ResolutionChains.refute(clausal, log, meter)
        : Optional.empty();
  }

  /**
   * Which premises the steps name, by position from 0.
   *
   * @param premises how many the formula has
   */
  public BitSet premises(int premises) {
    BitSet used = new BitSet(premises);
    for (Resolvent step : steps) {
      if (step.left >= 1 && step.left <= premises) {
        used.set(step.left - 1);
      }
      if (step.right >= 1 && step.right <= premises) {
        used.set(step.right - 1);
      }
    }
    return used;
  }

  /**
   * Why this is no refutation of the formula, in a sentence; empty if it is one. Knows nothing of
   * how it was found: each step must be just the resolvent of its parents on one variable. Takes
   * time linear in the length of the formula and the steps up to and with the first wrong one.
   *
   * @throws IllegalArgumentException if a constraint is not a clause
   */
  public Optional<String> check(Cnf cnf) {
    int premises = cnf.constraints().size();
    int[][] clauses = new int[premises + steps.size()][];
    boolean refuted = false;
    for (int i = 0; i < premises; i++) {
      clauses[i] = sorted(clause(cnf.constraints().get(i)));
      refuted |= clauses[i].length == 0;
    }
    for (int i = 0; i < steps.size(); i++) {
      Resolvent step = steps.get(i);
      int number = premises + i + 1;
      if (Math.min(step.left, step.right) < 1 || Math.max(step.left, step.right) >= number) {
        int parent = step.left < 1 || step.left >= number ? step.left : step.right;
        return Optional.of(
            "clause " + number + " is resolved from clause " + parent + ", which is not before it");
      }
      clauses[number - 1] = sorted(step.literals());
      if (!isResolvent(clauses[number - 1], clauses[step.left - 1], clauses[step.right - 1])) {
        return Optional.of(
            "clause "
                + number
                + " is not the resolvent of clauses "
                + step.left
                + " and "
                + step.right
                + " on any variable");
      }
      refuted = clauses[number - 1].length == 0;
    }
    return refuted
        ? Optional.empty()
        : Optional.of(
            steps.isEmpty() ? "there are no steps" : "the last clause still has literals");
  }

  private static int[] clause(Constraint constraint) {
    if (constraint instanceof Clause clause) {
      return clause.literals();
    }
    throw new IllegalArgumentException("not a clause: " + constraint);
  }

  /** The array's literals as a set, in ascending order; the array is used up. */
  private static int[] sorted(int[] literals) {
    ShortArrays.sort(literals);
    int size = 0;
    for (int i = 0; i < literals.length; i++) {
      if (i == 0 || literals[i] != literals[i - 1]) {
        literals[size++] = literals[i];
      }
    }
    return size == literals.length ? literals : Arrays.copyOf(literals, size);
  }

  private static boolean isResolvent(int[] claimed, int[] left, int[] right) {
    for (int pivot : left) {
      if (Arrays.binarySearch(right, -pivot) >= 0 && isUnionWithout(pivot, claimed, left, right)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnionWithout(int pivot, int[] claimed, int[] left, int[] right) {
    int l = 0;
    int r = 0;
    int c = 0;
    while (true) {
      if (l < left.length && left[l] == pivot) {
        l++;
      } else if (r < right.length && right[r] == -pivot) {
        r++;
      } else if (l == left.length && r == right.length) {
        return c == claimed.length;
      } else {
        int next =
            Math.min(
                l < left.length ? left[l] : Integer.MAX_VALUE,
                r < right.length ? right[r] : Integer.MAX_VALUE);
        if (c == claimed.length || claimed[c] != next) {
          return false;
        }
        c++;
        l += l < left.length && left[l] == next ? 1 : 0;
        r += r < right.length && right[r] == next ? 1 : 0;
      }
    }
  }
}
