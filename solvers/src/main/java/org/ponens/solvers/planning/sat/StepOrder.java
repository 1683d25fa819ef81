package org.ponens.solvers.planning.sat;

import java.util.ArrayList;
import java.util.List;

/**
 * An order of operators in which few come behind one that disables them: that of the strongly
 * connected components of the disabling graph (Rintanen, Heljanko and Niemelä 2006, section 3).
 * Facts are nodes of the graph, too, which keeps it linear in the task.
 */
final class StepOrder {

  private final int operators;
  private final int[][] successors;
  private final int[] index;
  private final int[] low;
  private final boolean[] open;
  private final List<Integer> stack = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private int next = 1;

  private StepOrder(int operators, int[][] successors) {
    this.operators = operators;
    this.successors = successors;
    index = new int[successors.length];
    low = new int[successors.length];
    open = new boolean[successors.length];
  }

  /**
   * The order.
   *
   * @param disabled by fact, the operators that a change of it disables
   * @param changing by operator, the facts it changes so
   * @return the operators, first to last
   */
  static int[] of(int[][] disabled, int[][] changing) {
    int operators = changing.length;
    int[][] successors = new int[operators + disabled.length][];
    // An edge goes to what should come before.
    for (int o = 0; o < operators; o++) {
      successors[o] = new int[changing[o].length];
      for (int i = 0; i < changing[o].length; i++) {
        successors[o][i] = operators + changing[o][i];
      }
    }
    for (int f = 0; f < disabled.length; f++) {
      successors[operators + f] = disabled[f];
    }
    StepOrder it = new StepOrder(operators, successors);
    for (int node = 0; node < successors.length; node++) {
      if (it.index[node] == 0) {
        it.visit(node);
      }
    }
    return it.order.stream().mapToInt(Integer::intValue).toArray();
  }

  // Tarjan's algorithm, without recursion: components come out successors first.
  private void visit(int root) {
    List<int[]> calls = new ArrayList<>();
    calls.add(enter(root));
    while (!calls.isEmpty()) {
      int[] call = calls.getLast();
      int node = call[0];
      if (call[1] < successors[node].length) {
        int successor = successors[node][call[1]++];
        if (index[successor] == 0) {
          calls.add(enter(successor));
        } else if (open[successor]) {
          low[node] = Math.min(low[node], index[successor]);
        }
        continue;
      }
      calls.removeLast();
      if (!calls.isEmpty()) {
        int parent = calls.getLast()[0];
        low[parent] = Math.min(low[parent], low[node]);
      }
      if (low[node] == index[node]) {
        close(node);
      }
    }
  }

  private int[] enter(int node) {
    index[node] = next;
    low[node] = next++;
    open[node] = true;
    stack.add(node);
    return new int[] {node, 0};
  }

  private void close(int root) {
    int node;
    List<Integer> component = new ArrayList<>();
    do {
      node = stack.removeLast();
      open[node] = false;
      if (node < operators) {
        component.add(node);
      }
    } while (node != root);
    component.sort(null);
    order.addAll(component);
  }
}
