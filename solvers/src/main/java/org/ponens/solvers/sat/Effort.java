package org.ponens.solvers.sat;

import java.util.Optional;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Meter;

/**
 * How hard a formula is for a clause-learning solver: the least that it took over several
 * renamings. One order of variables and constraints can be lucky or unlucky; the least of several
 * is a property of the formula.
 */
public final class Effort {

  private Effort() {}

  /**
   * The least of each figure over the formula as it is and its renamings (other orders of variables
   * and constraints, other signs), the same ones each time; empty if the budget is spent first.
   *
   * @param renamings how many solver runs, at least 1; the first is on the formula as it is
   */
  public static Optional<Statistics> of(Cnf cnf, int renamings, Meter meter) {
    if (renamings < 1) {
      throw new IllegalArgumentException("at least one run: " + renamings);
    }
    long decisions = Long.MAX_VALUE;
    long conflicts = Long.MAX_VALUE;
    long propagations = Long.MAX_VALUE;
    long restarts = Long.MAX_VALUE;
    for (int r = 0; r < renamings; r++) {
      Cdcl solver = r == 0 ? Satisfiability.solver(cnf, cnf.variables()) : renamed(cnf, r);
      if (solver.solve(meter) == Cdcl.Status.EXHAUSTED) {
        return Optional.empty();
      }
      Statistics run = solver.statistics();
      decisions = Math.min(decisions, run.decisions());
      conflicts = Math.min(conflicts, run.conflicts());
      propagations = Math.min(propagations, run.propagations());
      restarts = Math.min(restarts, run.restarts());
    }
    return Optional.of(new Statistics(decisions, conflicts, propagations, restarts));
  }

  /** A solver with the formula under a renaming. */
  private static Cdcl renamed(Cnf cnf, long renaming) {
    int n = cnf.variables();
    int[] image = new int[n + 1];
    for (int v = 1; v <= n; v++) {
      long bits = mix(renaming, v);
      int other = 1 + (int) Long.remainderUnsigned(bits >>> 1, v);
      image[v] = image[other];
      image[other] = (bits & 1) == 0 ? v : -v;
    }
    int[] positions = new int[cnf.constraints().size()];
    for (int p = 0; p < positions.length; p++) {
      int other = (int) Long.remainderUnsigned(mix(~renaming, p), p + 1);
      positions[p] = positions[other];
      positions[other] = p;
    }
    Cdcl solver = new Cdcl(n);
    for (int p : positions) {
      Constraint constraint = cnf.constraints().get(p);
      int[] literals = constraint.literals();
      for (int i = 0; i < literals.length; i++) {
        literals[i] = literals[i] > 0 ? image[literals[i]] : -image[-literals[i]];
      }
      switch (constraint) {
        case Clause c -> solver.addClause(literals);
        case Xor x -> Encoder.add(Xor.of(literals), solver);
        case Cardinality c ->
            Encoder.add(Cardinality.of(c.relation(), c.bound(), literals), solver);
      }
    }
    return solver;
  }

  /** SplitMix64's finalizer (Steele, Lea & Flood, OOPSLA 2014), as a hash of two numbers. */
  private static long mix(long a, long b) {
    long z = a * 0x9E3779B97F4A7C15L + b * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
