package org.ponens.solvers.fol;

import java.util.ArrayList;
import java.util.List;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.saturation.Saturation;
import org.ponens.solvers.fol.saturation.SaturationResult;
import org.ponens.solvers.fol.saturation.Strategy;

/**
 * Saturations of the same clauses by several strategies in rotation: what one misses, another
 * finds.
 */
final class RotatingSaturation implements Refuter {

  private static final List<Strategy> WITH_GOAL =
      List.of(Strategy.GOAL_DIRECTED, Strategy.ORDERED, Strategy.BALANCED);
  private static final List<Strategy> WITHOUT_GOAL = List.of(Strategy.BALANCED, Strategy.ORDERED);

  private final List<InputClause> clauses;
  private final int goal;
  private final List<Strategy> strategies;
  private final List<Saturation> searches = new ArrayList<>();
  private int turn;

  /**
   * @param goal the statement that inferences should descend from; {@link Saturation#NO_GOAL} where
   *     there is none
   */
  RotatingSaturation(List<InputClause> clauses, int goal) {
    this.clauses = clauses;
    this.goal = goal;
    strategies = goal == Saturation.NO_GOAL ? WITHOUT_GOAL : WITH_GOAL;
  }

  @Override
  public Result run(Meter slice) {
    int index = turn++ % strategies.size();
    if (index == searches.size()) {
      searches.add(Saturation.of(clauses, goal, strategies.get(index)));
    }
    return switch (searches.get(index).run(slice)) {
      case SaturationResult.Refutation(var proof) -> new Result.Refutation(proof);
      case SaturationResult.Saturated s -> new Result.Saturated();
      case SaturationResult.Exhausted e -> new Result.Unfinished();
    };
  }
}
