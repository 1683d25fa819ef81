package org.ponens.generators.sat.instance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/** A formula being drawn: constraints over variables, and what is known of its models. */
final class Draft {

  /** Steps for one question to the solver; no clock decides what is drawn. */
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 200_000);

  private static final int MOST_REPAIRS = 400;

  private final int variables;
  private final List<Constraint> constraints = new ArrayList<>();
  private final Set<Constraint> seen = new HashSet<>();

  Draft(int variables) {
    this.variables = variables;
  }

  /** Whether this one shall be satisfiable; a fair coin where both will do. */
  static boolean satisfiable(Wanted wanted, ItemRandom random) {
    return switch (wanted.need()) {
      case SATISFIABLE -> true;
      case UNSATISFIABLE -> false;
      case EITHER -> random.nextBoolean();
    };
  }

  static Meter meter() {
    return BUDGET.start();
  }

  int size() {
    return constraints.size();
  }

  /** Adds a clause unless it is there already. */
  boolean add(int... literals) {
    int[] sorted = literals.clone();
    Arrays.sort(sorted);
    Constraint clause = Clause.of(sorted);
    return seen.add(clause) && constraints.add(clause);
  }

  void add(Constraint constraint) {
    constraints.add(constraint);
  }

  /** So many different variables, in ascending order. */
  static int[] variables(int count, int of, ItemRandom random) {
    int[] chosen = new int[count];
    int size = 0;
    // Floyd's sampling.
    for (int j = of - count + 1; j <= of; j++) {
      int candidate = random.between(1, j);
      boolean taken = false;
      for (int i = 0; i < size; i++) {
        taken |= chosen[i] == candidate;
      }
      chosen[size++] = taken ? j : candidate;
    }
    Arrays.sort(chosen);
    return chosen;
  }

  static void sign(int[] variables, ItemRandom random) {
    for (int i = 0; i < variables.length; i++) {
      variables[i] = random.nextBoolean() ? Math.abs(variables[i]) : -Math.abs(variables[i]);
    }
  }

  Cnf cnf() {
    return new Cnf(variables, constraints);
  }

  /** Whether each variable occurs. */
  boolean isFull() {
    BitSet occurs = new BitSet();
    for (Constraint constraint : constraints) {
      for (int i = 0; i < constraint.size(); i++) {
        occurs.set(Math.abs(constraint.literal(i)));
      }
    }
    return occurs.cardinality() == variables;
  }

  /** Whether the formula is as it shall be; unsatisfiable ones need their violations. */
  boolean is(boolean satisfiable, Wanted wanted) {
    boolean counts = !satisfiable && wanted.minViolations() > 1;
    if (counts) {
      return MaxSat.solve(cnf(), meter())
          .filter(optimum -> optimum.violations() >= wanted.minViolations())
          .isPresent();
    }
    return switch (Satisfiability.solve(cnf(), meter())) {
      case SatResult.Satisfiable s -> satisfiable;
      case SatResult.Unsatisfiable u -> !satisfiable;
      case SatResult.Exhausted e -> false;
    };
  }

  /**
   * Changes signs until the formula is as it shall be: for a satisfiable one, of a literal in each
   * clause that the best valuation violates; for an unsatisfiable one, of a clause that the best
   * valuation satisfies, so that it doesn't. Lengths, variables and numbers of clauses stay, and no
   * clause gets to be there twice; signs stay evenly distributed, as the valuations are drawn with
   * the formula. Empty if that takes too long.
   */
  boolean repair(boolean satisfiable, Wanted wanted, ItemRandom random) {
    int bound = satisfiable ? 0 : wanted.minViolations();
    for (int step = 0; step < MOST_REPAIRS; step++) {
      Optional<MaxSat.Optimum> optimum = best();
      if (optimum.isEmpty()) {
        return false;
      }
      int violations = optimum.get().violations();
      if (satisfiable ? violations == 0 : violations >= bound) {
        return true;
      }
      BitSet valuation = optimum.get().trueVariables();
      int position = random.nextInt(constraints.size());
      for (int tries = 0;
          tries < constraints.size() && constraints.get(position).holds(valuation) == satisfiable;
          tries++) {
        position = (position + 1) % constraints.size();
      }
      resign(position, valuation, satisfiable, random);
    }
    return false;
  }

  private Optional<MaxSat.Optimum> best() {
    return MaxSat.solve(cnf(), meter());
  }

  private void resign(int position, BitSet valuation, boolean hold, ItemRandom random) {
    int[] literals = constraints.get(position).literals();
    if (hold) {
      int index = random.nextInt(literals.length);
      literals[index] = -literals[index];
    } else {
      for (int i = 0; i < literals.length; i++) {
        int variable = Math.abs(literals[i]);
        literals[i] = valuation.get(variable) ? -variable : variable;
      }
    }
    Arrays.sort(literals);
    Constraint clause = Clause.of(literals);
    if (seen.add(clause)) {
      seen.remove(constraints.get(position));
      constraints.set(position, clause);
    }
  }

  /** The formula under other names and signs, its constraints and literals in a random order. */
  Instance disguised(
      String source, boolean satisfiable, SortedMap<String, String> knobs, ItemRandom random) {
    SortedMap<String, String> all = new TreeMap<>(knobs);
    all.put("source", source);
    all.put("variables", Integer.toString(variables));
    all.put("constraints", Integer.toString(constraints.size()));
    return new Instance(Disguise.of(cnf(), random), satisfiable, all);
  }
}
