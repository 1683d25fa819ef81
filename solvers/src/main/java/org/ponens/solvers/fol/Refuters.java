package org.ponens.solvers.fol;

import java.util.List;
import java.util.Optional;
import org.ponens.solvers.fol.clause.InputClause;

/** The searches for refutations that there are. */
final class Refuters {

  private Refuters() {}

  /**
   * A search that has not begun.
   *
   * @param goal the statement that inferences should descend from; -1 where there is none
   */
  static Optional<Refuter> of(List<InputClause> clauses, int goal) {
    return Optional.empty();
  }
}
