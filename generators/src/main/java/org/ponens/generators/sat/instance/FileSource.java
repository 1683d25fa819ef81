package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.sat.problem.Problem.Need;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Users' formulas, renamed. Those that the solver can't decide are left out. Labels may well be
 * guessable from what the formulas look like; that is up to the user. Sizes are the formulas' own.
 */
final class FileSource implements InstanceSource {

  private record Labelled(Cnf cnf, boolean satisfiable) {}

  private final List<Labelled> formulas = new ArrayList<>();

  FileSource(List<Cnf> file, Tuning tuning) {
    for (Cnf cnf : file) {
      switch (Satisfiability.solve(cnf, Signing.meter())) {
        case SatResult.Satisfiable s -> formulas.add(new Labelled(cnf, true));
        case SatResult.Unsatisfiable u -> {
          int least = tuning.minViolations().from();
          if (least <= 1
              || MaxSat.solve(cnf, Signing.meter())
                  .filter(best -> best.violations() >= least)
                  .isPresent()) {
            formulas.add(new Labelled(cnf, false));
          }
        }
        case SatResult.Exhausted e -> {}
      }
    }
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    boolean heads = random.nextBoolean();
    List<Labelled> fitting = new ArrayList<>();
    boolean both = false;
    boolean satisfiable = wanted.need() == Need.EITHER ? heads : wanted.need() == Need.SATISFIABLE;
    for (Labelled formula : formulas) {
      if (formula.cnf.variables() > 0 && (!wanted.clausesOnly() || formula.cnf.isClausal())) {
        if (formula.satisfiable == satisfiable) {
          fitting.add(formula);
        } else {
          both = true;
        }
      }
    }
    if (fitting.isEmpty() || (wanted.need() == Need.EITHER && !both)) {
      return Optional.empty();
    }
    Cnf cnf = Disguise.renamed(random.pick(fitting).cnf, random);
    return Optional.of(
        new Instance(
            cnf,
            satisfiable,
            Optional.empty(),
            new TreeMap<>(
                Map.of(
                    "source", name(),
                    "variables", Integer.toString(cnf.variables()),
                    "clauses", Integer.toString(cnf.constraints().size())))));
  }
}
