package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.List;
import org.ponens.solvers.Meter;

/**
 * Leaves out one premise after another of a refutation and searches again, for a share of the time
 * that is left: outside the Bernays-Schönfinkel class nothing says how long to try.
 */
final class Minimisation {

  private static final int SHARE = 4;
  private static final int STEPS = 200;
  private static final int MAX_STATEMENTS = 40;

  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final Goal goal;
  private final Goal consistency;
  private final int conclusion;
  private final Meter meter;

  /**
   * @param consistency what a refutation settles that turns out not to use the conclusion
   */
  Minimisation(Goal goal, Goal consistency, int conclusion, Meter meter) {
    this.goal = goal;
    this.consistency = consistency;
    this.conclusion = conclusion;
    this.meter = meter;
  }

  void run() {
    List<Integer> core = goal.core();
    if (core.size() > MAX_STATEMENTS) {
      return;
    }
    // Steps end it nearly always; with less time a small question would have answers by chance.
    Duration elapsed = meter.elapsed();
    Duration wanted = elapsed.compareTo(SHORTEST) > 0 ? elapsed : SHORTEST;
    Duration left = meter.remaining().dividedBy(SHARE);
    Meter share = meter.slice(wanted.compareTo(left) < 0 ? wanted : left);
    boolean minimal = true;
    int position = 0;
    while (position < core.size()) {
      int candidate = core.get(position);
      if (candidate == conclusion) {
        position++;
        continue;
      }
      if (share.exhausted()) {
        minimal = false;
        break;
      }
      List<Integer> rest = core.stream().filter(statement -> statement != candidate).toList();
      GoalSearch search =
          new GoalSearch(goal.clausesOf(rest), rest.contains(conclusion) ? conclusion : -1);
      search.run(STEPS, share);
      if (search.proof().isPresent()) {
        if (rest.contains(conclusion)
            && !search.proof().get().statementsUsed().contains(conclusion)) {
          consistency.refutedBy(search.proof().get(), false);
          return;
        }
        goal.refutedBy(search.proof().get(), false);
        core = goal.core();
        // What was needed with more premises is needed with fewer.
        position = (int) core.stream().filter(statement -> statement < candidate).count();
      } else {
        minimal &= search.isSaturated() || search.model().isPresent();
        position++;
      }
    }
    goal.refutedBy(goal.proof().orElseThrow(), minimal);
  }
}
