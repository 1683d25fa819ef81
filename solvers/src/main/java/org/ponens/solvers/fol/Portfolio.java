package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.proof.Proof;

/**
 * Searches for proofs and finite models by turns, in slices that grow, until the goals are settled
 * or the budget is spent. The first goal gets most of the time until it is settled.
 */
final class Portfolio {

  /** Given clauses. */
  private static final int FIRST_SLICE = 64;

  private static final int LONGEST_SLICE = 2_048;
  private static final Duration SHORTEST_EXTRA = Duration.ofMillis(50);

  /** A goal that waits for another gets this part of a slice. */
  private static final int WAITING_SHARE = 4;

  private final List<Goal> goals;
  private final Goal consistency;
  private final int premises;
  private final Meter meter;
  private final Map<Goal, GoalSearch> searches = new LinkedHashMap<>();

  /**
   * @param goals in the order of their importance
   * @param consistency what a refutation that uses no conclusion settles
   * @param premises their number, which is the index of the conclusion
   */
  Portfolio(List<Goal> goals, Goal consistency, int premises, Meter meter) {
    this.goals = goals;
    this.consistency = consistency;
    this.premises = premises;
    this.meter = meter;
  }

  void run() {
    for (Goal goal : goals) {
      if (!goal.isSettled()) {
        searches.put(goal, new GoalSearch(goal.clauses(), goal == consistency ? -1 : premises));
      }
    }
    int slice = FIRST_SLICE;
    Meter current = meter;
    while (!consistency.isSettled() && !current.exhausted()) {
      List<Goal> open = open();
      if (open.isEmpty()) {
        break;
      }
      for (int i = 0; i < open.size() && !consistency.isSettled(); i++) {
        step(open.get(i), i == 0 ? slice : slice / WAITING_SHARE, current);
        if (current == meter && goals.getFirst().proof().isPresent()) {
          // The rest would only show whether the premises are consistent.
          current = meter.slice(longer(meter.elapsed(), SHORTEST_EXTRA));
        }
      }
      slice = Math.min(2 * slice, LONGEST_SLICE);
    }
    if (goals.size() == 2 && goals.stream().allMatch(goal -> goal.proof().isPresent())) {
      refutePremises();
    }
  }

  private List<Goal> open() {
    List<Goal> open = new ArrayList<>();
    for (Goal goal : goals) {
      GoalSearch search = searches.get(goal);
      if (search != null && goal.proof().isEmpty() && goal.model().isEmpty() && search.canGoOn()) {
        open.add(goal);
      }
    }
    return open;
  }

  private void step(Goal goal, int slice, Meter whole) {
    GoalSearch search = searches.get(goal);
    if (search == null) {
      return;
    }
    search.run(slice, whole);
    if (search.proof().isPresent()) {
      Proof proof = search.proof().get();
      Goal refuted = proof.statementsUsed().contains(premises) ? goal : consistency;
      refuted.refutedBy(proof, false);
      new Minimisation(refuted, consistency, premises, meter).run();
    } else if (search.model().isPresent()) {
      goal.satisfiedBy(search.model().get(), meter);
    } else if (search.isSaturated()) {
      goal.saturate();
    }
  }

  /** Both the conclusion and its negation follow, so the premises are inconsistent. */
  private void refutePremises() {
    GoalSearch search = new GoalSearch(consistency.clauses(), -1);
    int slice = FIRST_SLICE;
    while (!meter.exhausted() && search.canGoOn() && search.proof().isEmpty()) {
      search.run(slice, meter);
      slice = Math.min(2 * slice, LONGEST_SLICE);
    }
    if (search.proof().isPresent()) {
      consistency.refutedBy(search.proof().get(), false);
      new Minimisation(consistency, consistency, premises, meter).run();
    }
  }

  private static Duration longer(Duration first, Duration second) {
    return first.compareTo(second) > 0 ? first : second;
  }
}
