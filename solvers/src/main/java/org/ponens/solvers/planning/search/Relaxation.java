package org.ponens.solvers.planning.search;

import java.util.ArrayList;
import java.util.List;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/**
 * A task without deletions, in arrays. Each conditional effect of an operator is a relaxed operator
 * of its own; an axiom is one that costs nothing, and what it wants absent is taken to be so.
 */
final class Relaxation {

  /** Facts, by relaxed operator. */
  final int[][] preconditions;

  /** Facts, by relaxed operator. */
  final int[][] adds;

  /** The task's operator, by relaxed operator; -1 for an axiom. */
  final int[] operators;

  /** The cost, by relaxed operator. */
  final int[] costs;

  /** The relaxed operators whose precondition a fact is in. */
  final int[][] wanting;

  /** The relaxed operators that add a fact. */
  final int[][] adding;

  final int facts;
  final int[] goal;

  /**
   * @param costs of the task's operators
   */
  Relaxation(GroundTask task, int[] costs) {
    facts = task.factCount();
    goal = task.goal();
    List<int[]> allPreconditions = new ArrayList<>();
    List<int[]> allAdds = new ArrayList<>();
    IntBuffer allOperators = new IntBuffer();
    for (int o = 0; o < task.operators().size(); o++) {
      GroundOperator operator = task.operators().get(o);
      for (GroundEffect effect : operator.effects()) {
        if (effect.adds().length > 0) {
          allPreconditions.add(union(operator.precondition(), effect.condition()));
          allAdds.add(effect.adds());
          allOperators.add(o);
        }
      }
    }
    for (GroundAxiom axiom : task.axioms()) {
      allPreconditions.add(axiom.body());
      allAdds.add(new int[] {axiom.head()});
      allOperators.add(-1);
    }
    preconditions = allPreconditions.toArray(int[][]::new);
    adds = allAdds.toArray(int[][]::new);
    operators = new int[adds.length];
    this.costs = new int[adds.length];
    for (int r = 0; r < adds.length; r++) {
      operators[r] = allOperators.get(r);
      this.costs[r] = operators[r] < 0 ? 0 : costs[operators[r]];
    }
    wanting = transposed(preconditions, facts);
    adding = transposed(adds, facts);
  }

  private static int[] union(int[] a, int[] b) {
    if (b.length == 0) {
      return a;
    }
    int[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return java.util.Arrays.stream(both).sorted().distinct().toArray();
  }

  /** By column, the rows that it is in, ascending. */
  static int[][] transposed(int[][] rows, int columns) {
    int[] counts = new int[columns];
    for (int[] row : rows) {
      for (int column : row) {
        counts[column]++;
      }
    }
    int[][] transposed = new int[columns][];
    for (int c = 0; c < columns; c++) {
      transposed[c] = new int[counts[c]];
      counts[c] = 0;
    }
    for (int r = 0; r < rows.length; r++) {
      for (int column : rows[r]) {
        transposed[column][counts[column]++] = r;
      }
    }
    return transposed;
  }

  int size() {
    return adds.length;
  }
}
