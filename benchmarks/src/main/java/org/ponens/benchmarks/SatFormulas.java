package org.ponens.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Budget;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Formulas of the kind that SATQuest asks about: four different clauses for each variable, of one
 * literal (with probability 0.3) or two, and a geometric number more.
 */
final class SatFormulas {

  private SatFormulas() {}

  /** So many unsatisfiable formulas, the same ones each time. */
  static List<Cnf> unsatisfiable(int variables, int count) {
    return draw(variables, count, false);
  }

  /** So many formulas that have a model, the same ones each time. */
  static List<Cnf> satisfiable(int variables, int count) {
    return draw(variables, count, true);
  }

  private static List<Cnf> draw(int variables, int count, boolean satisfiable) {
    Random random = new Random(variables);
    List<Cnf> formulas = new ArrayList<>();
    while (formulas.size() < count) {
      Set<Constraint> clauses = new LinkedHashSet<>();
      while (clauses.size() < 4 * variables) {
        clauses.add(clause(variables, random));
      }
      Cnf cnf = new Cnf(variables, List.copyOf(clauses));
      SatResult result = Satisfiability.solve(cnf, Budget.of(Duration.ofSeconds(10)).start());
      if (result instanceof SatResult.Satisfiable == satisfiable) {
        formulas.add(cnf);
      }
    }
    return formulas;
  }

  private static Clause clause(int variables, Random random) {
    int length = random.nextInt(10) < 3 ? 1 : 2;
    do {
      length++;
    } while (random.nextInt(10) >= 7);
    int[] literals = new int[Math.min(variables, length)];
    Set<Integer> used = new LinkedHashSet<>();
    for (int i = 0; i < literals.length; ) {
      int v = 1 + random.nextInt(variables);
      if (used.add(v)) {
        literals[i++] = random.nextBoolean() ? v : -v;
      }
    }
    return Clause.of(literals);
  }
}
