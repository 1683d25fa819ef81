package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Objects;

/**
 * What an option asks of the constraints. It is the answer where the query holds.
 *
 * <p>Definitions after Logic-LM's translator for AR-LSAT (Pan et al., 2023).
 */
public sealed interface Query {

  /** {@code is_valid}: true in every solution, "must be true". */
  record Valid(Expression formula) implements Query {}

  /** {@code is_sat}: true in some solution, "could be true". */
  record Satisfiable(Expression formula) implements Query {}

  /** {@code is_unsat}: true in no solution, "cannot be true". */
  record Unsatisfiable(Expression formula) implements Query {}

  /** {@code is_exception}: the inner query does not hold, "each of the following ... EXCEPT". */
  record Except(Query query) implements Query {
    public Except {
      Objects.requireNonNull(query);
    }
  }

  /**
   * {@code is_accurate_list}: in every solution one of the formulas is true, and each is true in
   * some solution: "a complete and accurate list".
   */
  record AccurateList(List<Expression> formulas) implements Query {
    public AccurateList {
      formulas = List.copyOf(formulas);
      if (formulas.isEmpty()) {
        throw new IllegalArgumentException("an accurate list has entries");
      }
    }
  }

  /**
   * {@code is_equivalent}: the constraints, without those that are one of the two formulas
   * themselves, entail that both have the same truth value: "if substituted for the constraint,
   * would have the same effect".
   */
  record Equivalent(Expression left, Expression right) implements Query {}

  /** A bare formula: only the text of the question tells what is asked of it. */
  record Unspecified(Expression formula) implements Query {}

  /** The query as a program spells it. */
  default String print() {
    return SatlmPrinter.plain().print(this);
  }
}
