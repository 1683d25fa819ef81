package org.ponens.generators.sat.problem;

import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.grammar.cnf.Cnf;

/**
 * A question about formulas.
 *
 * @param problem what is asked
 * @param cnf the formula
 * @param second the other formula of {@link Problem#EQUIVALENCE}, over the same variables
 * @param modulus of {@link Problem#COUNT_MODULO}, at least 2
 */
public record Asked(Problem problem, Cnf cnf, Optional<Cnf> second, OptionalInt modulus) {

  public Asked {
    if (second.isPresent() != (problem == Problem.EQUIVALENCE)
        || modulus.isPresent() != (problem == Problem.COUNT_MODULO)) {
      throw new IllegalArgumentException("the question does not fit the problem " + problem);
    }
  }

  /** A question about one formula. */
  public static Asked of(Problem problem, Cnf cnf) {
    return new Asked(problem, cnf, Optional.empty(), OptionalInt.empty());
  }
}
