package org.ponens.generators.sat.problem;

import java.util.HashSet;
import java.util.Set;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** What a valuation drawn at random does, for constraints taken one by one. */
public final class Expectation {

  /** Of clauses up to this length all pairs of literals are looked at. */
  private static final int SHORT = 16;

  private Expectation() {}

  /** The expected number of constraints that a valuation drawn uniformly violates. */
  public static double violations(Cnf cnf) {
    double expected = 0;
    for (Constraint constraint : cnf.constraints()) {
      expected += 1 - holds(constraint);
    }
    return expected;
  }

  /**
   * The chance that a constraint holds in a valuation drawn uniformly; literals count as if of
   * different variables, but in clauses and exclusive ors.
   */
  public static double holds(Constraint constraint) {
    int size = constraint.size();
    return switch (constraint) {
      case Clause clause -> holds(clause);
      case Xor xor -> size == 0 ? 0 : 0.5;
      case Cardinality cardinality -> {
        double all = Math.scalb(1.0, -size);
        double holds = 0;
        double ways = 1;
        for (int k = 0; k <= size; k++) {
          boolean fits =
              switch (cardinality.relation()) {
                case AT_MOST -> k <= cardinality.bound();
                case AT_LEAST -> k >= cardinality.bound();
                case EXACTLY -> k == cardinality.bound();
              };
          holds += fits ? ways * all : 0;
          ways = ways * (size - k) / (k + 1);
        }
        yield holds;
      }
    };
  }

  private static double holds(Clause clause) {
    int size = clause.size();
    if (size > SHORT) {
      return holdsLong(clause);
    }
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      boolean repeated = false;
      for (int j = 0; j < i; j++) {
        if (clause.literal(j) == -clause.literal(i)) {
          return 1;
        }
        repeated |= clause.literal(j) == clause.literal(i);
      }
      distinct += repeated ? 0 : 1;
    }
    return 1 - Math.scalb(1.0, -distinct);
  }

  private static double holdsLong(Clause clause) {
    Set<Integer> literals = new HashSet<>();
    for (int literal : clause.literals()) {
      if (literals.contains(-literal)) {
        return 1;
      }
      literals.add(literal);
    }
    return 1 - Math.scalb(1.0, -literals.size());
  }
}
