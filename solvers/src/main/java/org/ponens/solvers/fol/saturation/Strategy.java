package org.ponens.solvers.fol.saturation;

import java.util.List;

/**
 * How a saturation is steered. Every strategy is sound and refutationally complete.
 *
 * @param selection which negative literal, if any, a clause is worked on at
 * @param precedence how symbols are ordered in the Knuth-Bendix order
 * @param lightPerAge how many clauses are chosen by weight for each that is chosen by age
 * @param foreignSymbolFactor how many times heavier a symbol that does not occur in the goal is
 *     when clauses are chosen
 * @param goalFirst prefers clauses that descend from the goal
 */
public record Strategy(
    Selection selection,
    Precedence precedence,
    int lightPerAge,
    int foreignSymbolFactor,
    boolean goalFirst) {

  /** Which negative literals are selected. */
  public enum Selection {
    /** None: maximal literals only, in either sign. */
    NONE,
    /** In each clause that has negative literals, the one with the largest atom. */
    LARGEST_NEGATIVE,
    /** The same, but only in clauses that have several maximal literals. */
    UNLESS_ONE_MAXIMAL,
    /** In each clause that has negative literals, the one with the fewest variables. */
    MOST_GROUND
  }

  /** The order of symbols. */
  public enum Precedence {
    RARE_IS_GREAT,
    FREQUENT_IS_GREAT,
    ARITY
  }

  /** Drawn to the goal: best where most premises have nothing to do with it. */
  public static final Strategy GOAL_DIRECTED =
      new Strategy(Selection.MOST_GROUND, Precedence.RARE_IS_GREAT, 5, 3, true);

  /** Works on maximal literals of either sign: best for case distinctions and equations. */
  public static final Strategy ORDERED = new Strategy(Selection.NONE, Precedence.ARITY, 5, 2, true);

  /** Knows no goal: best for finding that nothing follows. */
  public static final Strategy BALANCED =
      new Strategy(Selection.MOST_GROUND, Precedence.RARE_IS_GREAT, 5, 1, false);

  /** Selects only where the order leaves a choice. */
  public static final Strategy SPARING =
      new Strategy(Selection.UNLESS_ONE_MAXIMAL, Precedence.RARE_IS_GREAT, 5, 3, true);

  /**
   * In the order in which they are worth running: the first two prove nearly all that any proves.
   */
  public static final List<Strategy> ALL = List.of(GOAL_DIRECTED, ORDERED, BALANCED, SPARING);

  public Strategy {
    if (lightPerAge < 0 || foreignSymbolFactor < 1) {
      throw new IllegalArgumentException("a strategy's ratio and factor are not negative");
    }
  }
}
