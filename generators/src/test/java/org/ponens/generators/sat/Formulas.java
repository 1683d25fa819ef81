package org.ponens.generators.sat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** Small formulas for laws. */
public final class Formulas {

  private Formulas() {}

  /** Formulas with all kinds of constraints, or of clauses only. */
  public static Arbitrary<Cnf> all(boolean clausesOnly) {
    return Arbitraries.longs().map(seed -> random(new ItemRandom(seed, 7), clausesOnly));
  }

  /** A formula of up to 6 variables, about half of them satisfiable. */
  public static Cnf random(ItemRandom random, boolean clausesOnly) {
    int n = random.between(1, 6);
    int m = random.between(1, 4 * n + 2);
    List<Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      int[] literals = new int[random.between(1, Math.min(n, 4))];
      for (int j = 0; j < literals.length; j++) {
        int variable = random.between(1, n);
        literals[j] = random.nextBoolean() ? variable : -variable;
      }
      int kind = clausesOnly ? 9 : random.nextInt(10);
      constraints.add(
          switch (kind) {
            case 0 -> Xor.of(literals);
            case 1 -> Cardinality.of(Cardinality.Relation.AT_MOST, random.nextInt(3), literals);
            case 2 -> Cardinality.of(Cardinality.Relation.AT_LEAST, random.nextInt(3), literals);
            case 3 -> Cardinality.of(Cardinality.Relation.EXACTLY, random.nextInt(3), literals);
            default -> Clause.of(literals);
          });
    }
    return new Cnf(n, constraints);
  }
}
