package org.ponens.solvers.fol.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A problem as clauses: what the premises say, what the conclusion says, and what its negation
 * says. The premises with one of the two others are satisfiable if and only if the formulas are.
 *
 * @param premises with the index of the premise
 * @param conclusion with the number of premises as the index; empty without a conclusion
 * @param negatedConclusion likewise
 * @param introduced the names of the Skolem functions and definitions that the problem does not
 *     have
 */
public record Clausification(
    List<InputClause> premises,
    List<InputClause> conclusion,
    List<InputClause> negatedConclusion,
    Set<String> introduced) {

  public Clausification {
    premises = List.copyOf(premises);
    conclusion = List.copyOf(conclusion);
    negatedConclusion = List.copyOf(negatedConclusion);
    introduced = Set.copyOf(introduced);
  }

  /** The clauses whose refutation proves the conclusion (true) or its negation (false). */
  public List<InputClause> against(boolean provingConclusion) {
    List<InputClause> all = new ArrayList<>(premises);
    all.addAll(provingConclusion ? negatedConclusion : conclusion);
    return all;
  }
}
