package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** Formulas whose valuations can all be looked at, in every odd shape there is. */
final class SmallFormulas {

  private static final List<Cardinality.Relation> RELATIONS =
      List.of(Cardinality.Relation.values());

  private SmallFormulas() {}

  /**
   * A formula of so many variables in use. Clauses may be empty, tautologies, written twice or with
   * a literal twice; other constraints may repeat and contradict literals; bounds may be too large.
   */
  static Cnf random(int used, Random random) {
    List<Constraint> constraints = new ArrayList<>();
    int size = random.nextInt(used * 5 + 2);
    int others = random.nextInt(3);
    for (int c = 0; c < size; c++) {
      if (c > 0 && random.nextInt(12) == 0) {
        constraints.add(constraints.get(random.nextInt(c)));
        continue;
      }
      int length = random.nextInt(20) == 0 ? random.nextInt(2) : 1 + random.nextInt(4);
      int[] literals = literals(used, used == 0 ? 0 : length, random);
      constraints.add(
          switch (others == 0 ? 9 : random.nextInt(10)) {
            case 0, 1 -> Xor.of(literals(used, used == 0 ? 0 : random.nextInt(8), random));
            case 2 ->
                Cardinality.of(
                    RELATIONS.get(random.nextInt(3)),
                    random.nextInt(5),
                    literals(used, used == 0 ? 0 : random.nextInt(9), random));
            default -> Clause.of(literals);
          });
    }
    return new Cnf(used, constraints);
  }

  private static int[] literals(int used, int length, Random random) {
    int[] literals = new int[length];
    for (int i = 0; i < length; i++) {
      literals[i] = (1 + random.nextInt(used)) * (random.nextBoolean() ? 1 : -1);
    }
    return literals;
  }

  /** All valuations of the first variables, in lexicographic order. */
  static List<BitSet> valuations(int used) {
    List<BitSet> valuations = new ArrayList<>();
    for (int number = 0; number < 1 << used; number++) {
      BitSet valuation = new BitSet();
      for (int v = 1; v <= used; v++) {
        valuation.set(v, ((number >> (used - v)) & 1) != 0);
      }
      valuations.add(valuation);
    }
    return valuations;
  }

  static List<BitSet> models(Cnf cnf, int used) {
    return valuations(used).stream().filter(cnf::holds).toList();
  }

  /** The formula of some constraints alone. */
  static Cnf part(Cnf cnf, BitSet positions) {
    return new Cnf(cnf.variables(), positions.stream().mapToObj(cnf.constraints()::get).toList());
  }

  static boolean isSatisfiable(Cnf cnf, int used) {
    return valuations(used).stream().anyMatch(cnf::holds);
  }

  /** With these variables and no model; SATQuest's lengths, four clauses for each variable. */
  static Cnf unsatisfiable(int variables, Random random) {
    while (true) {
      List<Constraint> clauses = new ArrayList<>();
      for (int c = 0; c < 4 * variables; c++) {
        int length = random.nextInt(10) < 3 ? 1 : 2;
        do {
          length++;
        } while (random.nextInt(10) >= 7);
        List<Integer> literals = new ArrayList<>();
        while (literals.size() < Math.min(variables, length)) {
          int v = 1 + random.nextInt(variables);
          if (!literals.contains(v) && !literals.contains(-v)) {
            literals.add(random.nextBoolean() ? v : -v);
          }
        }
        clauses.add(Clause.of(literals.stream().mapToInt(Integer::intValue).toArray()));
      }
      Cnf cnf = new Cnf(variables, clauses);
      SatSolver solver = new SatSolver();
      clauses.forEach(clause -> solver.addClause(clause.literals()));
      if (solver.solve(org.ponens.solvers.Budget.oneSecond().start())
          instanceof SatResult.Unsatisfiable) {
        return cnf;
      }
    }
  }
}
