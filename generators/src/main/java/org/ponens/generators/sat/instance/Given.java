package org.ponens.generators.sat.instance;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/** Formulas that a user brings, each under names and in an order drawn anew. */
final class Given implements InstanceSource {

  private final List<Cnf> formulas;

  Given(List<Cnf> formulas) {
    this.formulas = List.copyOf(formulas);
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int index = random.nextInt(formulas.size());
    Cnf cnf = formulas.get(index);
    if (wanted.clausesOnly() && !cnf.isClausal()) {
      return Optional.empty();
    }
    SatResult result = Satisfiability.solve(cnf, Draft.meter());
    boolean satisfiable = result instanceof SatResult.Satisfiable;
    boolean fits =
        switch (wanted.need()) {
          case EITHER -> true;
          case SATISFIABLE -> satisfiable;
          case UNSATISFIABLE -> !satisfiable;
        };
    if (!fits || result instanceof SatResult.Exhausted) {
      return Optional.empty();
    }
    TreeMap<String, String> knobs = new TreeMap<>();
    knobs.put("source", name());
    knobs.put("formula", Integer.toString(index + 1));
    return Optional.of(new Instance(Disguise.of(cnf, random), satisfiable, knobs));
  }
}
