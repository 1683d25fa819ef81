package org.ponens.solvers.fol.ground;

import java.util.List;
import org.ponens.solvers.fol.clause.InputClause;

/**
 * A clause without function symbols, in numbers.
 *
 * @param predicates one for each literal; {@link Compiler#EQUALITY} for equations
 * @param arguments a constant's number, or {@code -1 - v} for the variable v
 * @param variables their names
 * @param sorts of the variables
 * @param group what it is selected with
 */
@SuppressWarnings("ArrayRecordComponent") // internal, in the hot loop, never compared
record CompiledClause(
    InputClause input,
    int group,
    boolean[] signs,
    int[] predicates,
    int[][] arguments,
    List<String> variables,
    int[] sorts) {

  boolean hasPositiveEquation() {
    for (int i = 0; i < signs.length; i++) {
      if (signs[i] && predicates[i] == Compiler.EQUALITY) {
        return true;
      }
    }
    return false;
  }
}
