package org.ponens.solvers.fol.proof;

import java.util.List;
import java.util.OptionalInt;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.Substitution;

/**
 * One step of a proof.
 *
 * @param id its number, from 1; parents have smaller ones
 * @param clause what it derives
 * @param rule by which inference
 * @param parents from which steps, each with the substitution that is applied to it
 * @param statement for an {@link Rule#INPUT} the index of the statement that it was clausified
 *     from: premises from 0, the (negated) conclusion after the last premise
 */
public record Step(int id, Clause clause, Rule rule, List<Parent> parents, OptionalInt statement) {

  /** A parent, instantiated. */
  public record Parent(int id, Substitution substitution) {}

  public Step {
    parents = List.copyOf(parents);
  }
}
