package org.ponens.generators.sat.instance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;

/**
 * Formulas of clauses drawn one by one, all different. Those that come out with the other label are
 * drawn again a few times; where the label is rare, {@link Draft#repair signs are changed} instead.
 */
final class RandomClauses implements InstanceSource {

  private static final int MOST_DRAWS = 12;

  private static final int MOST_TRIES_OF_A_CLAUSE = 64;

  /** Where a hidden model shows least (Jia, Moore and Selman, "Hiding solutions", SAT 2004). */
  private static final double DECEPTION = 0.618;

  /** What clauses are like. */
  enum Kind {
    /**
     * As SATQuest draws them: of length min(n, 1 or 2 + a geometric number with p = 0.7), 1 with
     * probability 0.3.
     */
    SATQUEST,
    /** All of the same length. */
    UNIFORM,
    /**
     * All of the same length; satisfiable formulas get a hidden model, and clauses with t literals
     * that it makes true are kept with a probability that falls by 0.618 with each, so that no
     * literal is more frequent for it.
     */
    PLANTED
  }

  private final Kind kind;
  private final int length;

  RandomClauses(Kind kind, int length) {
    this.kind = kind;
    this.length = length;
  }

  @Override
  public String name() {
    return switch (kind) {
      case SATQUEST -> "satquest";
      case UNIFORM -> "uniform";
      case PLANTED -> "planted";
    };
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int n = wanted.variables();
    if (kind != Kind.SATQUEST && n < length) {
      return Optional.empty();
    }
    boolean satisfiable = Draft.satisfiable(wanted, random);
    int clauses = Math.max(2, (int) (n * wanted.ratio()));
    Draft draft = new Draft(n);
    for (int i = 0; i < MOST_DRAWS; i++) {
      draft = new Draft(n);
      if (!fill(draft, n, clauses, satisfiable, random)) {
        return Optional.empty();
      }
      if (draft.isFull() && draft.is(satisfiable, wanted)) {
        return Optional.of(instance(draft, satisfiable, wanted, random));
      }
    }
    return draft.isFull() && draft.repair(satisfiable, wanted, random)
        ? Optional.of(instance(draft, satisfiable, wanted, random))
        : Optional.empty();
  }

  private Instance instance(Draft draft, boolean satisfiable, Wanted wanted, ItemRandom random) {
    SortedMap<String, String> knobs = new TreeMap<>();
    knobs.put("ratio", Double.toString(Math.rint(wanted.ratio() * 1000) / 1000));
    if (kind != Kind.SATQUEST) {
      knobs.put("length", Integer.toString(length));
    }
    return draft.disguised(name(), satisfiable, knobs, random);
  }

  /** False if there are not so many different clauses to be had. */
  private boolean fill(Draft draft, int n, int clauses, boolean satisfiable, ItemRandom random) {
    BitSet hidden = new BitSet();
    for (int v = 1; v <= n; v++) {
      hidden.set(v, random.nextBoolean());
    }
    boolean planted = kind == Kind.PLANTED && satisfiable;
    int tries = 0;
    while (draft.size() < clauses) {
      if (++tries > MOST_TRIES_OF_A_CLAUSE * clauses) {
        return false;
      }
      int[] literals = Draft.variables(length(n, random), n, random);
      Draft.sign(literals, random);
      if (!planted || isKept(literals, hidden, random)) {
        draft.add(literals);
      }
    }
    return true;
  }

  private int length(int n, ItemRandom random) {
    if (kind != Kind.SATQUEST) {
      return length;
    }
    int drawn = random.chance(0.3) ? 2 : 3;
    while (random.chance(0.3)) {
      drawn++;
    }
    return Math.min(n, drawn);
  }

  private static boolean isKept(int[] literals, BitSet hidden, ItemRandom random) {
    long satisfied = Arrays.stream(literals).filter(l -> hidden.get(Math.abs(l)) == l > 0).count();
    return satisfied > 0 && random.chance(StrictMath.pow(DECEPTION, satisfied - 1.0));
  }
}
