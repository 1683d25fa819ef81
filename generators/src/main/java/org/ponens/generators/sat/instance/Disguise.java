package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** The same formula looking otherwise: what it means is kept up to names and signs of variables. */
final class Disguise {

  private Disguise() {}

  /** Constraints and their literals in a random order. */
  static Cnf shuffled(Cnf cnf, ItemRandom random) {
    int[] same = new int[cnf.variables() + 1];
    for (int i = 0; i < same.length; i++) {
      same[i] = i;
    }
    return mapped(cnf, same, cnf.variables(), random);
  }

  /** Variables renamed, those that do not occur left out, signs flipped, all shuffled. */
  static Cnf renamed(Cnf cnf, ItemRandom random) {
    boolean[] occurs = new boolean[cnf.variables() + 1];
    int count = 0;
    for (Constraint constraint : cnf.constraints()) {
      for (int i = 0; i < constraint.size(); i++) {
        int variable = Math.abs(constraint.literal(i));
        count += occurs[variable] ? 0 : 1;
        occurs[variable] = true;
      }
    }
    int[] names = random.permutation(count);
    int[] image = new int[cnf.variables() + 1];
    int next = 0;
    for (int variable = 1; variable <= cnf.variables(); variable++) {
      if (occurs[variable]) {
        int name = names[next++] + 1;
        image[variable] = random.nextBoolean() ? name : -name;
      }
    }
    return mapped(cnf, image, count, random);
  }

  private static Cnf mapped(Cnf cnf, int[] image, int variables, ItemRandom random) {
    List<Constraint> constraints = new ArrayList<>(cnf.constraints().size());
    for (int position : random.permutation(cnf.constraints().size())) {
      Constraint constraint = cnf.constraints().get(position);
      int[] literals = constraint.literals();
      for (int i = 0; i < literals.length; i++) {
        literals[i] = literals[i] > 0 ? image[literals[i]] : -image[-literals[i]];
      }
      random.shuffle(literals);
      constraints.add(
          switch (constraint) {
            case Clause c -> Clause.of(literals);
            case Xor x -> Xor.of(literals);
            case Cardinality c -> Cardinality.of(c.relation(), c.bound(), literals);
          });
    }
    return new Cnf(variables, constraints);
  }
}
