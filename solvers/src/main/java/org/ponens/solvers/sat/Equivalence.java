package org.ponens.solvers.sat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/** Whether two formulas have the same models. */
public final class Equivalence {

  private Equivalence() {}

  /** What a comparison gave. */
  public sealed interface Comparison {

    /** The same models. */
    record Equivalent() implements Comparison {}

    /** The true variables of a valuation that is a model of just one of the two. */
    record Different(BitSet trueVariables) implements Comparison {}

    /** The budget was spent first. */
    record Exhausted() implements Comparison {}
  }

  /** Compares two formulas over the variables of the one that has more. */
  public static Comparison compare(Cnf left, Cnf right, Meter meter) {
    int variables = Math.max(left.variables(), right.variables());
    Cnf wideLeft = new Cnf(variables, left.constraints());
    Cnf wideRight = new Cnf(variables, right.constraints());
    ViolationTable leftTable = ViolationTable.ofSmall(wideLeft);
    ViolationTable rightTable = leftTable == null ? null : ViolationTable.ofSmall(wideRight);
    if (leftTable != null && rightTable != null) {
      if (!meter.step()) {
        return new Comparison.Exhausted();
      }
      long[] different = leftTable.models();
      long[] models = rightTable.models();
      for (int w = 0; w < different.length; w++) {
        different[w] ^= models[w];
      }
      int number = ViolationTable.first(different);
      return number < 0
          ? new Comparison.Equivalent()
          : new Comparison.Different(leftTable.valuation(number));
    }
    Comparison there = implies(wideLeft, wideRight, meter);
    return there instanceof Comparison.Equivalent ? implies(wideRight, wideLeft, meter) : there;
  }

  /** Looks for a model of the one formula that violates a constraint of the other. */
  private static Comparison implies(Cnf left, Cnf right, Meter meter) {
    Cdcl solver = Satisfiability.solver(left, left.variables());
    Set<Constraint> given = new HashSet<>(left.constraints());
    IntStack oneFails = new IntStack(16);
    for (Constraint consequent : right.constraints()) {
      if (given.add(consequent)) {
        int fails = solver.newVariable();
        Encoder.addNegationGuarded(consequent, fails, solver);
        oneFails.push(fails);
      }
    }
    solver.addClause(oneFails.toArray());
    return switch (solver.solve(meter)) {
      case SATISFIABLE -> new Comparison.Different(solver.model(left.variables()));
      case UNSATISFIABLE -> new Comparison.Equivalent();
      case EXHAUSTED -> new Comparison.Exhausted();
    };
  }
}
