package org.ponens.solvers.fol.saturation;

import java.util.List;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.proof.Rule;

/** Where a clause of the search comes from. */
sealed interface Derivation {

  /**
   * It was given.
   *
   * @param variables the names of its variables, by number
   */
  record Given(Clause clause, int statement, List<String> variables) implements Derivation {}

  /** It was inferred. */
  record Inferred(Rule rule, List<Premise> premises) implements Derivation {}

  /**
   * A premise and the terms that replace its variables, by number; a variable beyond the array or
   * with null stays as it is.
   */
  final class Premise {
    private final SharedClause clause;
    private final SharedTerm[] substitution;

    Premise(SharedClause clause, SharedTerm[] substitution) {
      this.clause = clause;
      this.substitution = substitution;
    }

    SharedClause clause() {
      return clause;
    }

    SharedTerm[] substitution() {
      return substitution;
    }
  }
}
