package org.ponens.solvers.planning.search;

import java.util.Arrays;

/**
 * The landmark cut heuristic (Helmert and Domshlak, Landmarks, Critical Paths and Abstractions,
 * ICAPS 2009): admissible. Cuts through the justification graph of h-max are counted at the cost of
 * their cheapest operator, which is then taken off the cost of all operators in the cut.
 *
 * <p>The relaxed operators of one operator, of which there are several where it has conditional
 * effects, share their cost: a cut is a set of operators one of which every plan has, so that the
 * sum remains admissible.
 */
final class LmCut {

  /** The value of a state from which the goal cannot be reached. */
  static final int DEAD_END = Integer.MAX_VALUE;

  private static final int UNREACHED = -1;

  private final int[][] adds;
  private final int[][] preconditions;
  private final int[][] wanting;
  private final int[][] adding;
  private final int goalOperator;
  private final int goalFact;
  private final int startFact;

  /** By relaxed operator, the relaxed operators of the same operator; none where it is alone. */
  private final int[][] siblings;

  /** By operator, the first of its relaxed operators, or -1. */
  private final int[] firsts;

  private final int[] baseCosts;
  private final int[] costs;
  private final int[] left;
  private final int[] lefts;
  private final int[] supporters;
  private final int[] supporterCosts;
  private final int[] factCosts;
  private final byte[] zones;
  private final CostQueue queue = new CostQueue();
  private final IntBuffer stack = new IntBuffer();
  private final IntBuffer cut = new IntBuffer();
  private final IntBuffer zoned = new IntBuffer();
  private final IntBuffer trueFacts = new IntBuffer();
  private final boolean[] inCut;
  private int value;

  private static final byte NO_ZONE = 0;
  private static final byte GOAL_ZONE = 1;
  private static final byte BEFORE_GOAL_ZONE = 2;

  /**
   * @param operators how many operators the task has
   */
  LmCut(Relaxation relaxation, int operators) {
    int size = relaxation.size();
    goalOperator = size;
    startFact = relaxation.facts;
    goalFact = relaxation.facts + 1;
    adds = Arrays.copyOf(relaxation.adds, size + 1);
    adds[goalOperator] = new int[] {goalFact};
    preconditions = Arrays.copyOf(relaxation.preconditions, size + 1);
    preconditions[goalOperator] = relaxation.goal;
    for (int r = 0; r <= size; r++) {
      if (preconditions[r].length == 0) {
        preconditions[r] = new int[] {startFact};
      }
    }
    wanting = Relaxation.transposed(preconditions, relaxation.facts + 2);
    adding = Relaxation.transposed(adds, relaxation.facts + 2);
    siblings = siblings(relaxation);
    firsts = new int[operators];
    Arrays.fill(firsts, -1);
    for (int r = size - 1; r >= 0; r--) {
      if (relaxation.operators[r] >= 0) {
        firsts[relaxation.operators[r]] = r;
      }
    }
    baseCosts = Arrays.copyOf(relaxation.costs, size + 1);
    costs = new int[size + 1];
    left = new int[size + 1];
    lefts = new int[size + 1];
    for (int r = 0; r <= size; r++) {
      lefts[r] = preconditions[r].length;
    }
    supporters = new int[size + 1];
    supporterCosts = new int[size + 1];
    factCosts = new int[relaxation.facts + 2];
    zones = new byte[relaxation.facts + 2];
    inCut = new boolean[size + 1];
  }

  private static int[][] siblings(Relaxation relaxation) {
    int[][] siblings = new int[relaxation.size() + 1][];
    Arrays.fill(siblings, new int[0]);
    int from = 0;
    while (from < relaxation.size()) {
      int to = from + 1;
      while (to < relaxation.size()
          && relaxation.operators[from] >= 0
          && relaxation.operators[to] == relaxation.operators[from]) {
        to++;
      }
      if (to - from > 1) {
        int[] all = new int[to - from];
        for (int i = 0; i < all.length; i++) {
          all[i] = from + i;
        }
        Arrays.fill(siblings, from, to, all);
      }
      from = to;
    }
    return siblings;
  }

  /**
   * How much of an operator's cost the cuts of the last state evaluated have taken. The cuts that
   * the operator is not in are cuts of the state behind it, too: its bound is lower by this at
   * most.
   */
  int taken(int operator) {
    int relaxed = firsts[operator];
    return relaxed < 0 ? 0 : baseCosts[relaxed] - costs[relaxed];
  }

  /** A lower bound of the cost of a plan from a state. */
  int evaluate(long[] state) {
    System.arraycopy(baseCosts, 0, costs, 0, costs.length);
    start(state);
    explore();
    if (factCosts[goalFact] == UNREACHED) {
      return DEAD_END;
    }
    long total = 0;
    while (factCosts[goalFact] > 0) {
      markGoalZone();
      findCut();
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < cut.size(); i++) {
        least = Math.min(least, costs[cut.get(i)]);
      }
      total += least;
      int alone = cut.size();
      for (int i = 0; i < alone; i++) {
        for (int sibling : siblings[cut.get(i)]) {
          if (!inCut[sibling]) {
            inCut[sibling] = true;
            cut.add(sibling);
          }
        }
      }
      for (int i = 0; i < cut.size(); i++) {
        costs[cut.get(i)] -= least;
        inCut[cut.get(i)] = false;
      }
      for (int i = 0; i < zoned.size(); i++) {
        zones[zoned.get(i)] = NO_ZONE;
      }
      cheapen();
    }
    value = (int) Math.min(total, DEAD_END - 1);
    return value;
  }

  /** The bound last computed. */
  int value() {
    return value;
  }

  private void start(long[] state) {
    Arrays.fill(factCosts, UNREACHED);
    System.arraycopy(lefts, 0, left, 0, left.length);
    queue.clear();
    trueFacts.clear();
    for (int word = 0; word < state.length; word++) {
      for (long bits = state[word]; bits != 0; bits &= bits - 1) {
        int fact = (word << 6) + Long.numberOfTrailingZeros(bits);
        trueFacts.add(fact);
        factCosts[fact] = 0;
        queue.add(0, fact);
      }
    }
    trueFacts.add(startFact);
    factCosts[startFact] = 0;
    queue.add(0, startFact);
  }

  // h-max, and for each operator the costliest fact of its precondition, which is its supporter:
  // the last of them to be reached.
  private void explore() {
    while (!queue.isEmpty()) {
      long entry = queue.poll();
      int fact = (int) entry;
      int cost = (int) (entry >> 32);
      if (factCosts[fact] < cost) {
        continue;
      }
      for (int r : wanting[fact]) {
        if (--left[r] == 0) {
          supporters[r] = fact;
          supporterCosts[r] = cost;
          reach(r, cost + costs[r]);
        }
      }
    }
  }

  private void reach(int operator, int cost) {
    for (int fact : adds[operator]) {
      if (factCosts[fact] == UNREACHED || cost < factCosts[fact]) {
        factCosts[fact] = cost;
        queue.add(cost, fact);
      }
    }
  }

  // Facts from which the goal is reached for nothing.
  private void markGoalZone() {
    zoned.clear();
    stack.clear();
    zone(goalFact, GOAL_ZONE);
    while (stack.size() > 0) {
      int fact = stack.removeLast();
      for (int r : adding[fact]) {
        if (costs[r] == 0 && left[r] == 0 && zones[supporters[r]] == NO_ZONE) {
          zone(supporters[r], GOAL_ZONE);
        }
      }
    }
  }

  private void zone(int fact, byte zone) {
    zones[fact] = zone;
    zoned.add(fact);
    stack.add(fact);
  }

  // The operators that lead into the goal zone from what is reached without it.
  private void findCut() {
    cut.clear();
    stack.clear();
    for (int i = 0; i < trueFacts.size(); i++) {
      if (zones[trueFacts.get(i)] == NO_ZONE) {
        zone(trueFacts.get(i), BEFORE_GOAL_ZONE);
      }
    }
    while (stack.size() > 0) {
      int fact = stack.removeLast();
      for (int r : wanting[fact]) {
        if (supporters[r] != fact || left[r] != 0) {
          continue;
        }
        boolean crosses = false;
        for (int add : adds[r]) {
          if (zones[add] == GOAL_ZONE) {
            crosses = true;
            break;
          }
        }
        if (crosses) {
          if (!inCut[r]) {
            inCut[r] = true;
            cut.add(r);
          }
        } else {
          for (int add : adds[r]) {
            if (zones[add] == NO_ZONE) {
              zone(add, BEFORE_GOAL_ZONE);
            }
          }
        }
      }
    }
  }

  // h-max again, from the operators that have become cheaper.
  private void cheapen() {
    queue.clear();
    for (int i = 0; i < cut.size(); i++) {
      int r = cut.get(i);
      if (left[r] == 0) {
        reach(r, supporterCosts[r] + costs[r]);
      }
    }
    while (!queue.isEmpty()) {
      long entry = queue.poll();
      int fact = (int) entry;
      int cost = (int) (entry >> 32);
      if (factCosts[fact] < cost) {
        continue;
      }
      for (int r : wanting[fact]) {
        if (left[r] == 0 && supporters[r] == fact && supporterCosts[r] > cost) {
          support(r);
          reach(r, supporterCosts[r] + costs[r]);
        }
      }
    }
  }

  private void support(int operator) {
    int best = supporters[operator];
    for (int fact : preconditions[operator]) {
      if (factCosts[fact] > factCosts[best]) {
        best = fact;
      }
    }
    supporters[operator] = best;
    supporterCosts[operator] = factCosts[best];
  }
}
