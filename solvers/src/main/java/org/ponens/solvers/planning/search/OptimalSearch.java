package org.ponens.solvers.planning.search;

import java.util.Arrays;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/**
 * A* with the landmark cut heuristic: plans of least cost. A state is evaluated when its turn comes
 * by what its parent's value implies, and put back if it turns out dearer; of equal sums, the state
 * nearest to the goal comes first. Not for several threads at once; nothing is random.
 */
public final class OptimalSearch {

  private static final int MAX_COST = 1 << 30;
  private static final int CHECK_INTERVAL = 256;

  private final GroundTask task;
  private final Meter meter;
  private final long maxBytes;
  private final StateSpace space;
  private final StateStore store;
  private final int[] steps;
  private final LmCut heuristic;
  private final IntBuffer applicable = new IntBuffer();
  private final StateQueue open = new StateQueue();
  private int[] costs = new int[1024];
  private int[] values = new int[1024];
  private boolean[] evaluatedStates = new boolean[1024];
  private boolean[] closed = new boolean[1024];

  /** The state that the heuristic was last computed for. */
  private int last = -1;

  private int nextCheck = CHECK_INTERVAL;
  private long expanded;
  private long evaluated;
  private long generated;

  private OptimalSearch(GroundTask task, Meter meter, long maxBytes) {
    this.task = task;
    this.meter = meter;
    this.maxBytes = maxBytes;
    this.space = new StateSpace(task);
    this.store = new StateStore(space.basicWords());
    this.steps = task.operators().stream().mapToInt(GroundOperator::cost).toArray();
    divideByCommonFactor(steps);
    this.heuristic = new LmCut(new Relaxation(task, steps), steps.length);
  }

  private static void divideByCommonFactor(int[] costs) {
    int common = 0;
    for (int cost : costs) {
      int rest = cost;
      while (rest != 0) {
        int next = common % rest;
        common = rest;
        rest = next;
      }
    }
    for (int o = 0; o < costs.length && common > 1; o++) {
      costs[o] /= common;
    }
  }

  /**
   * Searches for a plan of least cost. Costs so large that their sums may leave the range of 32
   * bits end it as a spent budget does.
   *
   * @param meter counts a step for each state that has its turn
   * @param maxBytes for states and the queue, approximately
   */
  public static SearchResult solve(GroundTask task, Meter meter, long maxBytes) {
    return new OptimalSearch(task, meter, maxBytes).run();
  }

  private SearchResult run() {
    long dearest = Arrays.stream(steps).max().orElse(0);
    if (dearest * (task.factCount() + 2L) > MAX_COST) {
      return new SearchResult.Exhausted(statistics());
    }
    long[] state = space.initial();
    long[] next = space.newState();
    int root = store.add(state, -1, -1);
    open.add(0, 0, root);
    while (!open.isEmpty()) {
      int id = open.poll();
      if (closed[id]) {
        continue;
      }
      if (isSpent() || costs[id] > MAX_COST) {
        return new SearchResult.Exhausted(statistics());
      }
      space.read(store, id, state);
      if (!evaluatedStates[id]) {
        int implied = values[id];
        evaluatedStates[id] = true;
        evaluated++;
        int value = heuristic.evaluate(state);
        last = id;
        if (value == LmCut.DEAD_END) {
          values[id] = value;
          continue;
        }
        values[id] = Math.max(value, implied);
        if (values[id] > implied) {
          open.add(sum(costs[id], values[id]), values[id], id);
          continue;
        }
      }
      closed[id] = true;
      if (space.isGoal(state)) {
        return new SearchResult.Found(store.path(id), statistics());
      }
      if (id != last) {
        evaluated++;
        heuristic.evaluate(state); // for what its cuts have taken
        last = id;
      }
      expand(id, state, next);
    }
    return new SearchResult.Unsolvable(statistics());
  }

  private void expand(int id, long[] state, long[] next) {
    expanded++;
    space.applicable(state, applicable);
    for (int i = 0; i < applicable.size(); i++) {
      int operator = applicable.get(i);
      space.apply(operator, state, next);
      generated++;
      int step = steps[operator];
      int cost = sum(costs[id], step);
      int implied =
          Math.max(heuristic.value() - heuristic.taken(operator), Math.max(0, values[id] - step));
      int found = store.add(next, id, operator);
      if (found >= 0) {
        grow(found);
        costs[found] = cost;
        values[found] = implied;
        open.add(sum(cost, implied), implied, found);
        continue;
      }
      int known = ~found;
      // A value implied on one way holds on all: it bounds the cost of every plan from the state.
      if (cost < costs[known] && values[known] != LmCut.DEAD_END) {
        costs[known] = cost;
        store.reparent(known, id, operator);
        closed[known] = false;
        open.add(sum(cost, values[known]), values[known], known);
      }
    }
  }

  private boolean isSpent() {
    if (store.size() >= nextCheck) {
      nextCheck = store.size() + CHECK_INTERVAL;
      if (bytes() > maxBytes) {
        return true;
      }
    }
    return !meter.step();
  }

  private static int sum(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
  }

  private void grow(int id) {
    if (id >= costs.length) {
      int length = 2 * id;
      costs = Arrays.copyOf(costs, length);
      values = Arrays.copyOf(values, length);
      evaluatedStates = Arrays.copyOf(evaluatedStates, length);
      closed = Arrays.copyOf(closed, length);
    }
  }

  private long bytes() {
    return store.bytes() + costs.length * 10L + open.bytes();
  }

  private SearchStatistics statistics() {
    return new SearchStatistics(expanded, evaluated, generated, store.size(), bytes());
  }
}
