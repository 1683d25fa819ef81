package org.ponens.solvers.planning.search;

/** What came of a search. */
public sealed interface SearchResult {

  SearchStatistics statistics();

  /**
   * A plan.
   *
   * @param operators positions of operators in the task, in the order in which they are done
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Found(int[] operators, SearchStatistics statistics) implements SearchResult {}

  /** There is no plan: every state that can be reached was looked at, or is a dead end for sure. */
  record Unsolvable(SearchStatistics statistics) implements SearchResult {}

  /** The budget of time, steps or memory was spent first. */
  record Exhausted(SearchStatistics statistics) implements SearchResult {}
}
