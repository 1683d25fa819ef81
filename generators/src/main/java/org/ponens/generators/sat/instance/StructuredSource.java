package org.ponens.generators.sat.instance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.sat.problem.Problem.Need;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.MaxSat;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Classes of formulas with a structure of their own. Each draws what can be seen at first sight
 * (the degrees of a graph) before the rest decides the label; where either label will do, both have
 * to be found for the same degrees. Variables are renamed and signs flipped at random.
 */
record StructuredSource(Structure kind, Tuning tuning) implements InstanceSource {

  /** The classes. */
  enum Structure {
    /** Pigeons that fit into some holes each, as many clauses of each length for both labels. */
    PIGEONHOLE,
    /** Tseitin's formulas on a connected graph: the sum of the charges decides. */
    PARITY,
    /** Colourings of a random graph of given degrees. */
    COLOURING
  }

  private static final int SHAPES = 10;
  private static final int REWIRINGS = 24;

  /** Beyond this, resolution proofs of these classes are out of reach. */
  private static final int MOST_PARITY = 60;

  @Override
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    boolean heads = random.nextBoolean();
    int least = Math.max(wanted.minViolations(), Tuning.within(tuning.minViolations(), random));
    boolean either = wanted.need() == Need.EITHER;
    boolean satisfiable = either ? heads : wanted.need() == Need.SATISFIABLE;
    if (wanted.variables() < 3
        || (kind == Structure.PARITY && least > 1 && (either || !satisfiable))) {
      return Optional.empty();
    }
    Signing.Pair pair =
        kind == Structure.PARITY
            ? TseitinGraph.draw(
                Math.min(MOST_PARITY, wanted.variables()),
                wanted.clausesOnly() || random.nextBoolean(),
                random)
            : rewired(wanted.variables(), either, satisfiable, least, random);
    if (pair == null) {
      return Optional.empty();
    }
    Cnf cnf = satisfiable ? pair.satisfiable() : pair.unsatisfiable();
    Cnf twin = satisfiable ? pair.unsatisfiable() : pair.satisfiable();
    if (cnf == null) {
      return Optional.empty();
    }
    Cnf renamed = Disguise.renamed(cnf, random);
    return Optional.of(
        new Instance(
            renamed,
            satisfiable,
            either ? Optional.ofNullable(twin) : Optional.empty(),
            new TreeMap<>(
                Map.of(
                    "source", name(),
                    "variables", Integer.toString(renamed.variables()),
                    "clauses", Integer.toString(renamed.constraints().size())))));
  }

  private Signing.@Nullable Pair rewired(
      int variables, boolean either, boolean satisfiable, int least, ItemRandom random) {
    Meter meter = Signing.meter();
    for (int i = 0; i < SHAPES; i++) {
      Wiring wiring =
          kind == Structure.PIGEONHOLE
              ? Wiring.pigeons(variables, random)
              : Wiring.colouring(variables, Tuning.within(tuning.colours(), random), random);
      if (wiring == null) {
        continue;
      }
      Cnf sat = null;
      Cnf unsat = null;
      for (int j = 0; j < REWIRINGS; j++) {
        if ((sat != null || !(either || satisfiable))
            && (unsat != null || !(either || !satisfiable))) {
          return new Signing.Pair(sat, unsat);
        }
        Cnf drawn = wiring.draw(random);
        if (drawn == null) {
          continue;
        }
        SatResult result = Satisfiability.solve(drawn, meter);
        if (result instanceof SatResult.Satisfiable) {
          sat = drawn;
        } else if (result instanceof SatResult.Unsatisfiable
            && (least <= 1
                || MaxSat.solve(drawn, meter)
                    .filter(best -> best.violations() >= least)
                    .isPresent())) {
          unsat = drawn;
        }
      }
    }
    return null;
  }
}
