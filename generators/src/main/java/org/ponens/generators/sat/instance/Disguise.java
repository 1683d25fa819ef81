package org.ponens.generators.sat.instance;

import java.util.Arrays;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** A formula under other names: an isomorphic one, drawn uniformly. */
final class Disguise {

  private Disguise() {}

  static Cnf of(Cnf cnf, ItemRandom random) {
    int[] names = random.permutation(cnf.variables());
    for (int v = 0; v < names.length; v++) {
      names[v] = random.nextBoolean() ? names[v] + 1 : -names[v] - 1;
    }
    Constraint[] constraints = new Constraint[cnf.constraints().size()];
    for (int i = 0; i < constraints.length; i++) {
      Constraint constraint = cnf.constraints().get(i);
      int[] literals = constraint.literals();
      for (int j = 0; j < literals.length; j++) {
        int name = names[Math.abs(literals[j]) - 1];
        literals[j] = literals[j] > 0 ? name : -name;
      }
      random.shuffle(literals);
      constraints[i] =
          switch (constraint) {
            case Clause clause -> Clause.of(literals);
            case Xor xor -> Xor.of(literals);
            case Cardinality c -> Cardinality.of(c.relation(), c.bound(), literals);
          };
    }
    random.shuffle(constraints);
    return new Cnf(cnf.variables(), Arrays.asList(constraints));
  }
}
