package org.ponens.generators.sat.instance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.sat.instance.Skeleton.Kind;
import org.ponens.generators.sat.problem.Problem.Need;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;

/**
 * Random formulas whose skeleton is drawn first and whose signs decide the label ({@link Signing}).
 * Where either label will do, a skeleton is kept only if both labels were found for it: nothing
 * that the skeleton shows can then give the label away.
 */
record SignedSource(Distribution kind, Tuning tuning) implements InstanceSource {

  /** The random distributions. */
  enum Distribution {
    /** Lengths as in SATQuest: 1 or 2 (3 : 7) and a geometric number (0.7) of more literals. */
    SATQUEST,
    /** Clauses of one length. */
    UNIFORM,
    /** The same about a hidden model, which its signs do not lean to (see {@link Planting}). */
    PLANTED,
    /** Exclusive ors among clauses of three literals. */
    XOR,
    /** Bounds on numbers of true literals among clauses of three literals. */
    CARDINALITY
  }

  private static final int SKELETONS = 3;
  private static final int LONGEST = 12;

  @Override
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    boolean heads = random.nextBoolean();
    if (wanted.variables() < 3 || (kind == Distribution.CARDINALITY && wanted.clausesOnly())) {
      return Optional.empty();
    }
    double ratio = Math.max(1, tuning.ratio(random) - wanted.looser());
    int length =
        Math.min(Math.min(LONGEST, wanted.variables()), Tuning.within(tuning.length(), random));
    int least = Math.max(wanted.minViolations(), Tuning.within(tuning.minViolations(), random));
    boolean either = wanted.need() == Need.EITHER;
    boolean satisfiable = either ? heads : wanted.need() == Need.SATISFIABLE;
    for (int i = 0; i < SKELETONS; i++) {
      Skeleton skeleton = skeleton(wanted.variables(), ratio, length, random);
      if (skeleton == null) {
        continue;
      }
      int[] planted = kind == Distribution.PLANTED ? Planting.signs(skeleton, random) : null;
      if (kind == Distribution.PLANTED && planted == null) {
        continue;
      }
      Signing signing = new Signing(skeleton, wanted.clausesOnly(), least, random);
      Optional<Signing.Pair> pair =
          signing.find(either || satisfiable, either || !satisfiable, planted);
      if (pair.isPresent()) {
        Cnf cnf = satisfiable ? pair.get().satisfiable() : pair.get().unsatisfiable();
        Cnf twin = satisfiable ? pair.get().unsatisfiable() : pair.get().satisfiable();
        if (cnf != null) {
          return Optional.of(
              new Instance(
                  Disguise.shuffled(cnf, random),
                  satisfiable,
                  either ? Optional.ofNullable(twin) : Optional.empty(),
                  knobs(cnf, ratio, length)));
        }
      }
    }
    return Optional.empty();
  }

  private TreeMap<String, String> knobs(Cnf cnf, double ratio, int length) {
    TreeMap<String, String> knobs =
        new TreeMap<>(
            Map.of(
                "source", name(),
                "variables", Integer.toString(cnf.variables()),
                "clauses", Integer.toString(cnf.constraints().size()),
                "ratio", Double.toString(Math.rint(ratio * 100) / 100)));
    if (kind == Distribution.UNIFORM || kind == Distribution.PLANTED) {
      knobs.put("k", Integer.toString(length));
    }
    return knobs;
  }

  private @Nullable Skeleton skeleton(int n, double ratio, int length, ItemRandom random) {
    Skeleton.Builder builder = new Skeleton.Builder(n, random);
    int clauses = Math.max(1, (int) (n * ratio));
    switch (kind) {
      case SATQUEST -> {
        for (int i = 0; i < clauses; i++) {
          int drawn = random.chance(0.3) ? 2 : 3;
          while (drawn < LONGEST && !random.chance(0.7)) {
            drawn++;
          }
          builder.add(Kind.CLAUSE, 0, Math.min(n, drawn));
        }
      }
      case UNIFORM, PLANTED -> {
        for (int i = 0; i < clauses; i++) {
          builder.add(Kind.CLAUSE, 0, length);
        }
      }
      case XOR -> {
        for (int i = 0; i < Math.max(1, clauses / 10); i++) {
          builder.add(Kind.XOR, 0, random.between(2, Math.min(n, 4)));
        }
        for (int i = 0; i < Math.max(1, clauses / 2); i++) {
          builder.add(Kind.CLAUSE, 0, Math.min(n, 3));
        }
      }
      case CARDINALITY -> {
        Kind[] kinds = {Kind.AT_MOST, Kind.AT_LEAST, Kind.EXACTLY};
        for (int i = 0; i < Math.max(1, clauses / 12); i++) {
          int size = random.between(3, Math.min(n, 5));
          builder.add(kinds[random.nextInt(3)], random.between(1, size - 1), size);
        }
        for (int i = 0; i < Math.max(1, clauses / 2); i++) {
          builder.add(Kind.CLAUSE, 0, Math.min(n, 3));
        }
      }
    }
    return builder.build();
  }
}
