package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;

/**
 * Decides one constraint of an unsatisfiable set after the other: is it needed, or are the rest
 * unsatisfiable without it? A valuation that violates just one constraint shows that one needed;
 * with one variable changed it often shows the same of another (model rotation, Belov &
 * Marques-Silva, FMCAD 2011). What is found redundant is left out from then on, together with
 * whatever its refutation did not use.
 */
final class MinimalCore {

  /** What was found about a constraint. */
  enum Need {
    NEEDED,
    REDUNDANT,
    UNKNOWN
  }

  /** A solver that has been asked. */
  record Solved(Cdcl.Status status, Cdcl solver) {}

  private final List<Constraint> constraints;
  private final Meter meter;
  private final GuardedFormula formula;
  private final BitSet open;
  private final BitSet needed = new BitSet();

  /** For each variable the positions of the set's constraints with it. */
  private final int[][] occurrences;

  MinimalCore(Cnf cnf, BitSet unsatisfiable, Meter meter) {
    constraints = cnf.constraints();
    this.meter = meter;
    open = (BitSet) unsatisfiable.clone();
    formula = GuardedFormula.of(cnf, new BitSet(), open);
    occurrences = occurrences(cnf, open);
  }

  /** Solves some constraints of a formula, noting what is learned; tags are positions. */
  static Solved solve(Cnf cnf, BitSet positions, LearningLog log, Meter meter) {
    Cdcl solver = new Cdcl(cnf.variables(), log);
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      solver.tag(p);
      Encoder.add(cnf.constraints().get(p), solver);
    }
    return new Solved(solver.solve(meter), solver);
  }

  /** A core, or what is left of it when it is solved again while it gets smaller. */
  static BitSet trimmed(Cnf cnf, BitSet unsatisfiable, Meter meter) {
    BitSet core = unsatisfiable;
    while (true) {
      LearningLog log = new LearningLog();
      if (solve(cnf, core, log, meter).status() != Cdcl.Status.UNSATISFIABLE) {
        return core;
      }
      BitSet again = log.core();
      if (again.cardinality() == core.cardinality()) {
        return again;
      }
      core = again;
    }
  }

  private static int[][] occurrences(Cnf cnf, BitSet positions) {
    int[] count = new int[cnf.variables() + 1];
    int[][] occurrences = new int[cnf.variables() + 1][];
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      Constraint constraint = cnf.constraints().get(p);
      for (int i = 0; i < constraint.size(); i++) {
        int v = Math.abs(constraint.literal(i));
        int[] list = occurrences[v];
        if (count[v] > 0 && list[count[v] - 1] == p) {
          continue;
        }
        if (count[v] == 0) {
          list = new int[8];
          occurrences[v] = list;
        } else if (count[v] == list.length) {
          list = Arrays.copyOf(list, 2 * list.length);
          occurrences[v] = list;
        }
        list[count[v]++] = p;
      }
    }
    for (int v = 0; v < occurrences.length; v++) {
      occurrences[v] = count[v] == 0 ? new int[0] : Arrays.copyOf(occurrences[v], count[v]);
    }
    return occurrences;
  }

  /** The first constraint from here on that nothing is known of; -1 if there is none. */
  int nextOpen(int from) {
    return open.nextSetBit(from);
  }

  /** The constraints found needed; once none is open, a minimal unsatisfiable set. */
  BitSet needed() {
    return (BitSet) needed.clone();
  }

  /** Decides an open constraint, and perhaps others with it. */
  Need decide(int position) {
    // Where the others have a model at all, this constraint is violated in it: it may be assumed.
    int[] violated =
        constraints.get(position) instanceof Clause clause ? clause.literals() : new int[0];
    int[] assumptions = new int[violated.length + open.cardinality() - 1];
    int count = 0;
    for (int literal : violated) {
      assumptions[count++] = -literal;
    }
    for (int p = open.nextSetBit(0); p >= 0; p = open.nextSetBit(p + 1)) {
      if (p != position) {
        assumptions[count++] = formula.guard(p);
      }
    }
    Cdcl solver = formula.solver();
    return switch (solver.solve(meter, assumptions)) {
      case SATISFIABLE -> {
        BitSet model = formula.model();
        need(position);
        rotate(position, model);
        yield Need.NEEDED;
      }
      case UNSATISFIABLE -> {
        open.clear(position);
        solver.addClause(-formula.guard(position));
        if (!usesViolation(solver.core(), violated)) {
          open.and(formula.core());
        }
        yield Need.REDUNDANT;
      }
      case EXHAUSTED -> Need.UNKNOWN;
    };
  }

  private static boolean usesViolation(int[] core, int[] violated) {
    for (int literal : core) {
      for (int other : violated) {
        if (literal == -other) {
          return true;
        }
      }
    }
    return false;
  }

  private void need(int position) {
    open.clear(position);
    needed.set(position);
    formula.solver().addClause(formula.guard(position));
  }

  /**
   * Goes on from a valuation that violates just this constraint. The valuation is changed on the
   * way and is the same again afterwards; each constraint is gone on from once.
   */
  private void rotate(int start, BitSet valuation) {
    // The way here: constraint, and the index of its literal that is tried.
    IntStack path = new IntStack(16);
    path.push(start);
    path.push(0);
    while (!path.isEmpty()) {
      int next = path.pop();
      int position = path.get(path.size() - 1);
      Constraint constraint = constraints.get(position);
      if (next > 0) {
        valuation.flip(Math.abs(constraint.literal(next - 1)));
      }
      if (next == constraint.size()) {
        path.pop();
        continue;
      }
      path.push(next + 1);
      int variable = Math.abs(constraint.literal(next));
      valuation.flip(variable);
      int only = onlyViolated(variable, valuation);
      if (only >= 0 && open.get(only)) {
        need(only);
        path.push(only);
        path.push(0);
      }
    }
  }

  /** The only constraint of this variable that does not hold, or -1; left-out ones do not count. */
  private int onlyViolated(int variable, BitSet valuation) {
    int only = -1;
    for (int p : occurrences[variable]) {
      if ((open.get(p) || needed.get(p)) && !constraints.get(p).holds(valuation)) {
        if (only >= 0) {
          return -1;
        }
        only = p;
      }
    }
    return only;
  }
}
