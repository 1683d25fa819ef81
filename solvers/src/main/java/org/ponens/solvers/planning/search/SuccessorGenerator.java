package org.ponens.solvers.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ponens.solvers.planning.ground.GroundTask;

/**
 * Finds the operators that can be done in a state: a tree whose edges are facts, so that a fact
 * that is false rules out all operators below it at once (Helmert 2006, section 5.3).
 */
final class SuccessorGenerator {

  private static final int MAX_DEPTH = 24;

  private final Node root;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Node(
      int[] operators, int[] facts, Node[] children, int[] others, int[][] otherFacts) {}

  SuccessorGenerator(GroundTask task) {
    int[] rank = ranks(task);
    int[][] ordered = new int[task.operators().size()][];
    List<Integer> all = new ArrayList<>();
    for (int o = 0; o < ordered.length; o++) {
      ordered[o] =
          Arrays.stream(task.operators().get(o).precondition())
              .boxed()
              .sorted(Comparator.comparingInt(f -> rank[f]))
              .mapToInt(Integer::intValue)
              .toArray();
      all.add(o);
    }
    root = build(all, ordered, 0);
  }

  // Facts of large mutex groups first: few of them are true, and each rules out much.
  private static int[] ranks(GroundTask task) {
    int[] largest = new int[task.factCount()];
    for (int[] group : task.mutexGroups()) {
      for (int fact : group) {
        largest[fact] = Math.max(largest[fact], group.length);
      }
    }
    Integer[] order = new Integer[largest.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt((Integer f) -> -largest[f]).thenComparing(f -> f));
    int[] rank = new int[largest.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    return rank;
  }

  // Below a certain depth, and where there is no choice, the rest of a precondition is looked at
  // one
  // by one: those operators are the node's others.
  private static Node build(List<Integer> operators, int[][] ordered, int depth) {
    List<Integer> done = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Map<Integer, List<Integer>> byFact = new TreeMap<>();
    for (int o : operators) {
      if (ordered[o].length == depth) {
        done.add(o);
      } else if (depth == MAX_DEPTH || operators.size() == 1) {
        others.add(o);
      } else {
        byFact.computeIfAbsent(ordered[o][depth], f -> new ArrayList<>()).add(o);
      }
    }
    int[] facts = new int[byFact.size()];
    Node[] children = new Node[facts.length];
    int i = 0;
    for (Map.Entry<Integer, List<Integer>> entry : byFact.entrySet()) {
      facts[i] = entry.getKey();
      children[i++] = build(entry.getValue(), ordered, depth + 1);
    }
    return new Node(
        done.stream().mapToInt(Integer::intValue).toArray(),
        facts,
        children,
        others.stream().mapToInt(Integer::intValue).toArray(),
        others.stream()
            .map(o -> Arrays.copyOfRange(ordered[o], depth, ordered[o].length))
            .toArray(int[][]::new));
  }

  void applicable(long[] state, IntBuffer out) {
    out.clear();
    collect(root, state, out);
    out.sort();
  }

  private static void collect(Node node, long[] state, IntBuffer out) {
    for (int operator : node.operators) {
      out.add(operator);
    }
    for (int i = 0; i < node.others.length; i++) {
      if (StateSpace.holds(node.otherFacts[i], state)) {
        out.add(node.others[i]);
      }
    }
    int[] facts = node.facts;
    for (int i = 0; i < facts.length; i++) {
      int fact = facts[i];
      if ((state[fact >> 6] >> fact & 1) != 0) {
        collect(node.children[i], state, out);
      }
    }
  }
}
