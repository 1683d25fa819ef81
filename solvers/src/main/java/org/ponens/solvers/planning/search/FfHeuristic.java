package org.ponens.solvers.planning.search;

import java.util.Arrays;

/**
 * The cost of a plan without deletions, made of each fact's cheapest adder by the additive
 * heuristic (Hoffmann and Nebel 2001; Keyder and Geffner 2008), and the operators of it that can be
 * done at once, which are preferred.
 */
final class FfHeuristic {

  /** The value of a state from which not even the relaxed goal is reached: there is no plan. */
  static final int DEAD_END = Integer.MAX_VALUE;

  private static final int LIMIT = 1 << 28;

  private final Relaxation relaxation;
  private final int[] factCosts;
  private final int[] supporters;
  private final int[] left;
  private final int[] operatorCosts;
  private final int[] lefts;
  private final CostQueue queue = new CostQueue();
  private final boolean[] marked;
  private final boolean[] used;
  private final IntBuffer stack = new IntBuffer();
  private final IntBuffer touched = new IntBuffer();
  private final IntBuffer usedOperators = new IntBuffer();
  private final IntBuffer preferred = new IntBuffer();

  FfHeuristic(Relaxation relaxation) {
    this.relaxation = relaxation;
    factCosts = new int[relaxation.facts];
    supporters = new int[relaxation.facts];
    marked = new boolean[relaxation.facts];
    used = new boolean[relaxation.size()];
    left = new int[relaxation.size()];
    operatorCosts = new int[relaxation.size()];
    lefts = new int[relaxation.size()];
    for (int r = 0; r < lefts.length; r++) {
      lefts[r] = relaxation.preconditions[r].length;
    }
  }

  /** The heuristic value of a state. */
  int evaluate(long[] state) {
    explore(state);
    preferred.clear();
    for (int fact : relaxation.goal) {
      if (factCosts[fact] < 0) {
        return DEAD_END;
      }
    }
    return extract(state);
  }

  /** The operators of the last relaxed plan that can be done at once, ascending. */
  IntBuffer preferred() {
    return preferred;
  }

  private void explore(long[] state) {
    Arrays.fill(factCosts, -1);
    System.arraycopy(lefts, 0, left, 0, left.length);
    System.arraycopy(relaxation.costs, 0, operatorCosts, 0, left.length);
    queue.clear();
    for (int word = 0; word < state.length; word++) {
      for (long bits = state[word]; bits != 0; bits &= bits - 1) {
        int fact = (word << 6) + Long.numberOfTrailingZeros(bits);
        factCosts[fact] = 0;
        supporters[fact] = -1;
        queue.add(0, fact);
      }
    }
    for (int r = 0; r < left.length; r++) {
      if (left[r] == 0) {
        reach(r);
      }
    }
    int open = relaxation.goal.length;
    while (!queue.isEmpty()) {
      long entry = queue.poll();
      int fact = (int) entry;
      int cost = (int) (entry >> 32);
      if (factCosts[fact] < cost) {
        continue;
      }
      if (Arrays.binarySearch(relaxation.goal, fact) >= 0 && --open == 0) {
        break; // facts come out once at their cost: the goal's are settled
      }
      for (int r : relaxation.wanting[fact]) {
        operatorCosts[r] = Math.min(LIMIT, operatorCosts[r] + cost);
        if (--left[r] == 0) {
          reach(r);
        }
      }
    }
  }

  private void reach(int operator) {
    int cost = operatorCosts[operator];
    for (int fact : relaxation.adds[operator]) {
      if (factCosts[fact] < 0 || cost < factCosts[fact]) {
        factCosts[fact] = cost;
        supporters[fact] = operator;
        queue.add(cost, fact);
      }
    }
  }

  private int extract(long[] state) {
    stack.clear();
    touched.clear();
    for (int fact : relaxation.goal) {
      mark(fact);
    }
    long value = 0;
    usedOperators.clear();
    while (stack.size() > 0) {
      int supporter = supporters[stack.removeLast()];
      if (supporter < 0 || used[supporter]) {
        continue;
      }
      used[supporter] = true;
      usedOperators.add(supporter);
      value += relaxation.costs[supporter];
      boolean applicable = relaxation.operators[supporter] >= 0;
      for (int fact : relaxation.preconditions[supporter]) {
        mark(fact);
        applicable &= StateSpace.isTrue(fact, state);
      }
      if (applicable) {
        preferred.add(relaxation.operators[supporter]);
      }
    }
    for (int i = 0; i < touched.size(); i++) {
      marked[touched.get(i)] = false;
    }
    for (int i = 0; i < usedOperators.size(); i++) {
      used[usedOperators.get(i)] = false;
    }
    preferred.sort();
    return (int) Math.min(value, LIMIT);
  }

  private void mark(int fact) {
    if (!marked[fact]) {
      marked[fact] = true;
      touched.add(fact);
      stack.add(fact);
    }
  }
}
