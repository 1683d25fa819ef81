package org.ponens.generators.sat.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.sat.ClausalForm;

/**
 * A formula of which some constraints may be violated: with a new variable for each that, if true,
 * lets it go, and a bound on how many of them are true.
 */
final class Relaxation {

  private Relaxation() {}

  /**
   * A formula satisfiable if and only if some valuation violates at most so many constraints; empty
   * if it would be too large.
   */
  static Optional<Cnf> of(Cnf cnf, int violations) {
    if (violations == 0) {
      return Optional.of(cnf);
    }
    int n = cnf.variables();
    List<Constraint> relaxed = new ArrayList<>();
    int[] selectors = new int[cnf.constraints().size()];
    Optional<ClausalForm> form = ClausalForm.of(cnf);
    if (form.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < selectors.length; i++) {
      selectors[i] = n + 1 + i;
    }
    for (int i = 0; i < form.get().origins().size(); i++) {
      int[] literals = form.get().clauses().constraints().get(i).literals();
      int[] extended = Arrays.copyOf(literals, literals.length + 1);
      extended[literals.length] = selectors[form.get().origins().get(i)];
      relaxed.add(Clause.of(extended));
    }
    relaxed.add(Cardinality.of(Cardinality.Relation.AT_MOST, violations, selectors));
    return Optional.of(new Cnf(n + selectors.length, relaxed));
  }
}
