package org.ponens.solvers.planning.ground;

import java.math.BigDecimal;
import java.util.List;

/**
 * An instance of an action over numbered atoms; conditions are sorted literals, twice the atom and
 * one more where negative.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record RawOperator(String name, int[] precondition, List<RawEffect> effects, BigDecimal cost) {

  /** A change: atoms added and deleted under a condition beside the precondition. */
  record RawEffect(int[] condition, int[] adds, int[] deletes) {}
}
