package org.ponens.grammar.cnf;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A propositional formula: the conjunction of its constraints, over the variables {@code
 * 1..variables}. In conjunctive normal form if all are clauses ({@link #isClausal}).
 *
 * @param variables how many there are; not all need occur
 * @param constraints in the order of the text; their numbers in answers count from 1
 */
public record Cnf(int variables, List<Constraint> constraints) {

  public Cnf {
    if (variables < 0) {
      throw new IllegalArgumentException("a negative number of variables: " + variables);
    }
    constraints = List.copyOf(constraints);
    for (Constraint constraint : constraints) {
      for (int i = 0; i < constraint.size(); i++) {
        if (Math.abs(constraint.literal(i)) > variables) {
          throw new IllegalArgumentException(
              constraint + " has a variable beyond " + variables + " variables");
        }
      }
    }
  }

  /** A formula of clauses. */
  public static Cnf ofClauses(int variables, int[]... clauses) {
    return new Cnf(variables, Arrays.stream(clauses).<Constraint>map(Clause::of).toList());
  }

  /** Whether all constraints are clauses. */
  public boolean isClausal() {
    for (Constraint constraint : constraints) {
      if (!(constraint instanceof Clause)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all constraints hold where exactly these variables are true. */
  public boolean holds(BitSet trueVariables) {
    for (Constraint constraint : constraints) {
      if (!constraint.holds(trueVariables)) {
        return false;
      }
    }
    return true;
  }

  /** How many constraints do not hold where exactly these variables are true. */
  public int violations(BitSet trueVariables) {
    int violations = 0;
    for (Constraint constraint : constraints) {
      if (!constraint.holds(trueVariables)) {
        violations++;
      }
    }
    return violations;
  }
}
