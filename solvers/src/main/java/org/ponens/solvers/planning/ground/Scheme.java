package org.ponens.solvers.planning.ground;

import java.util.List;

/**
 * An action, or an axiom, ready to be instantiated.
 *
 * @param name of the action or derived predicate
 * @param parameters how many slots are parameters; quantified variables have those behind
 * @param slots how many slots there are
 * @param domains the objects that each parameter ranges over
 * @param joined the positive atoms that the condition is a conjunction of
 * @param fixed the rest of the condition as far as it never changes: equalities, static atoms
 * @param rest the rest of the condition
 * @param condition the whole condition
 * @param cost the expressions whose sum is the action's cost
 * @param axiom whether this is an axiom, whose one effect adds its head
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Scheme(
    String name,
    int parameters,
    int slots,
    int[][] domains,
    List<Formula.Literal> joined,
    Formula fixed,
    Formula rest,
    Formula condition,
    List<SchemeEffect> effects,
    List<Cost> cost,
    boolean axiom) {

  /**
   * An effect.
   *
   * @param quantified slots that run over objects
   * @param condition under which it happens
   */
  record SchemeEffect(
      List<Quantifier> quantified,
      Formula condition,
      List<Formula.Literal> adds,
      List<Formula.Literal> deletes) {}

  /** A slot and what it runs over. */
  record Quantifier(int slot, int[] objects) {}

  /** A part of the cost, of an environment. */
  interface Cost {
    java.math.BigDecimal of(int[] environment);
  }
}
