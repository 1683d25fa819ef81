package org.ponens.solvers.planning.validation;

import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.pddl.Effect;

/**
 * An action, an axiom or the goal, compiled.
 *
 * @param parameters how many slots are parameters; quantified variables have those behind
 * @param variables the name of each slot
 * @param ranges the objects that each slot is for
 * @param effects what it does: the head, for an axiom; nothing, for the goal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Scheme(
    String name,
    int parameters,
    List<String> variables,
    BitSet[] ranges,
    Formula condition,
    List<SchemeEffect> effects) {

  int slots() {
    return ranges.length;
  }

  /**
   * Changes under a condition.
   *
   * @param quantified slots that run over their ranges
   */
  record SchemeEffect(
      int[] quantified,
      Formula condition,
      List<Formula.Literal> adds,
      List<Formula.Literal> deletes,
      List<Assignment> assignments) {

    boolean isPlain() {
      return quantified.length == 0 && Compilation.isTrue(condition);
    }
  }

  /** A change of a numeric fluent. */
  record Assignment(Effect.Assign how, Formula.Value.Fluent fluent, Formula.Value value) {}
}
