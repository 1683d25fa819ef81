package org.ponens.solvers.planning.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;

/**
 * Lazy greedy best-first search with the FF heuristic and a count of landmarks, each with a queue
 * of all successors and one of those by preferred operators, which is favoured while it brings
 * progress: the first iteration of LAMA (Richter and Westphal, The LAMA Planner, 2010). Finds plans
 * quickly, not cheap ones. Not for several threads at once; nothing is random.
 */
public final class LazyGreedySearch {

  private static final int BOOST = 1000;
  private static final int CHECK_INTERVAL = 256;

  private final GroundTask task;
  private final Meter meter;
  private final long maxBytes;
  private final StateSpace space;
  private final StateStore store;
  private final Relaxation relaxation;
  private final FfHeuristic ff;
  private @Nullable LandmarkCount landmarks;
  private final OpenList[] open = {new OpenList(), new OpenList(), new OpenList(), new OpenList()};
  private final IntBuffer applicable = new IntBuffer();
  private int bestFf = Integer.MAX_VALUE;
  private int bestCount = Integer.MAX_VALUE;
  private int nextCheck = CHECK_INTERVAL;
  private long expanded;
  private long evaluated;
  private long generated;

  private LazyGreedySearch(GroundTask task, Meter meter, long maxBytes) {
    this.task = task;
    this.meter = meter;
    this.maxBytes = maxBytes;
    this.space = new StateSpace(task);
    this.store = new StateStore(space.basicWords());
    this.relaxation = new Relaxation(task, costs(task));
    this.ff = new FfHeuristic(relaxation);
  }

  // One more than the cost, so that what is free is not done without end.
  private static int[] costs(GroundTask task) {
    boolean unit = task.operators().stream().allMatch(o -> o.cost() == 1);
    return task.operators().stream()
        .mapToInt(o -> unit ? 1 : Math.min(1 << 20, o.cost()) + 1)
        .toArray();
  }

  /**
   * Searches for a plan.
   *
   * @param meter counts a step for each state evaluated
   * @param maxBytes for states and queues, approximately
   */
  public static SearchResult solve(GroundTask task, Meter meter, long maxBytes) {
    return new LazyGreedySearch(task, meter, maxBytes).run();
  }

  private SearchResult run() {
    long[] state = space.initial();
    long[] next = space.newState();
    int root = store.add(state, -1, -1);
    landmarks =
        Landmarks.of(relaxation, state, meter).map(l -> new LandmarkCount(l, task)).orElse(null);
    if (space.isGoal(state)) {
      return new SearchResult.Found(new int[0], statistics());
    }
    visit(root, -1, state);
    while (true) {
      Optional<OpenList> list = next();
      if (list.isEmpty()) {
        return new SearchResult.Unsolvable(statistics());
      }
      long edge = list.get().poll();
      int parent = (int) (edge >> 32);
      space.read(store, parent, state);
      space.apply((int) edge, state, next);
      generated++;
      int id = store.add(next, parent, (int) edge);
      if (id < 0) {
        continue;
      }
      if (!meter.step() || isFull()) {
        return new SearchResult.Exhausted(statistics());
      }
      space.derive(next);
      if (space.isGoal(next)) {
        return new SearchResult.Found(store.path(id), statistics());
      }
      visit(id, parent, next);
    }
  }

  private boolean isFull() {
    if (store.size() < nextCheck) {
      return false;
    }
    nextCheck = store.size() + CHECK_INTERVAL;
    return bytes() > maxBytes;
  }

  private Optional<OpenList> next() {
    OpenList best = null;
    for (OpenList list : open) {
      if (!list.isEmpty() && (best == null || list.priority < best.priority)) {
        best = list;
      }
    }
    if (best != null) {
      best.priority++;
    }
    return Optional.ofNullable(best);
  }

  // Evaluates a state and puts its successors in the queues.
  private void visit(int id, int parent, long[] state) {
    evaluated++;
    int value = ff.evaluate(state);
    LandmarkCount counter = landmarks;
    int count = counter == null ? 0 : counter.evaluate(id, parent, state);
    if (value == FfHeuristic.DEAD_END) {
      return;
    }
    if (value < bestFf || (counter != null && count < bestCount)) {
      bestFf = Math.min(bestFf, value);
      bestCount = Math.min(bestCount, count);
      open[1].priority -= BOOST;
      open[3].priority -= BOOST;
    }
    expanded++;
    space.applicable(state, applicable);
    IntBuffer helpful = ff.preferred();
    int at = 0;
    for (int i = 0; i < applicable.size(); i++) {
      int operator = applicable.get(i);
      while (at < helpful.size() && helpful.get(at) < operator) {
        at++;
      }
      boolean preferred = at < helpful.size() && helpful.get(at) == operator;
      preferred |= counter != null && counter.leadsOn(operator);
      open[0].add(value, id, operator);
      if (preferred) {
        open[1].add(value, id, operator);
      }
      if (counter != null) {
        open[2].add(count, id, operator);
        if (preferred) {
          open[3].add(count, id, operator);
        }
      }
    }
  }

  private long bytes() {
    long bytes = store.bytes() + (landmarks == null ? 0 : landmarks.bytes());
    for (OpenList list : open) {
      bytes += list.bytes();
    }
    return bytes;
  }

  private SearchStatistics statistics() {
    return new SearchStatistics(expanded, evaluated, generated, store.size(), bytes());
  }
}
