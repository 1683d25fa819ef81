package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * A formula without its signs: which variables each constraint has. All that is seen at first sight
 * (how many variables and constraints, their lengths, how often a variable occurs) is settled here,
 * before signs decide the label. Signs are numbers whose bit {@code i} says that the {@code i}-th
 * literal is positive.
 */
final class Skeleton {

  /** What a constraint says of its literals. */
  enum Kind {
    CLAUSE,
    XOR,
    AT_MOST,
    AT_LEAST,
    EXACTLY
  }

  /** A constraint without signs; variables ascend, so that equal sets have comparable signs. */
  static final class Slot {

    private final Kind kind;
    private final int bound;
    private final int[] variables;

    private Slot(Kind kind, int bound, int[] variables) {
      this.kind = kind;
      this.bound = bound;
      this.variables = variables;
    }

    int length() {
      return variables.length;
    }

    int variable(int position) {
      return variables[position];
    }

    boolean holds(int signs, BitSet model) {
      int agreeing = 0;
      for (int i = 0; i < variables.length; i++) {
        if (model.get(variables[i]) == ((signs >>> i & 1) != 0)) {
          agreeing++;
        }
      }
      return switch (kind) {
        case CLAUSE -> agreeing > 0;
        case XOR -> (agreeing & 1) != 0;
        case AT_MOST -> agreeing <= bound;
        case AT_LEAST -> agreeing >= bound;
        case EXACTLY -> agreeing == bound;
      };
    }
  }

  private static final int TRIES = 64;

  private final int variables;
  private final Slot[] slots;
  private final int[][] mates;

  /** As many as there are; sets of variables of clauses may recur, see {@link Builder}. */
  private Skeleton(int variables, Slot[] slots) {
    this.variables = variables;
    this.slots = slots;
    this.mates = mates(slots);
  }

  int size() {
    return slots.length;
  }

  int variables() {
    return variables;
  }

  Slot slot(int position) {
    return slots[position];
  }

  private static int hash(int[] variables) {
    int hash = Arrays.hashCode(variables) * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private static int[][] mates(Slot[] slots) {
    int capacity = Integer.highestOneBit(Math.max(1, slots.length)) << 2;
    int[] heads = new int[capacity];
    int[] next = new int[slots.length];
    int[][] mates = new int[slots.length][];
    int[] none = new int[0];
    for (int i = 0; i < slots.length; i++) {
      int bucket = hash(slots[i].variables) & (capacity - 1);
      int[] found = none;
      for (int j = heads[bucket] - 1; j >= 0; j = next[j] - 1) {
        if (Arrays.equals(slots[i].variables, slots[j].variables)) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = j;
          mates[j] = Arrays.copyOf(mates[j], mates[j].length + 1);
          mates[j][mates[j].length - 1] = i;
        }
      }
      mates[i] = found;
      next[i] = heads[bucket];
      heads[bucket] = i + 1;
    }
    return mates;
  }

  /** Whether an earlier or later constraint over the same variables has these signs already. */
  boolean isTaken(int position, int signs, int[] all) {
    for (int mate : mates[position]) {
      if (all[mate] == signs) {
        return true;
      }
    }
    return false;
  }

  /** Uniform signs without a duplicate clause. */
  int[] signs(ItemRandom random) {
    int[] signs = new int[slots.length];
    Arrays.fill(signs, -1);
    for (int i = 0; i < signs.length; i++) {
      int length = slots[i].variables.length;
      int drawn = random.nextInt(1 << length);
      while (mates[i].length > 0 && isTaken(i, drawn, signs)) {
        drawn = (drawn + 1) & ((1 << length) - 1);
      }
      signs[i] = drawn;
    }
    return signs;
  }

  /** Other signs of one constraint, such that it holds or not in a valuation; -1 if none found. */
  int signs(int position, boolean holding, BitSet model, int[] all, ItemRandom random) {
    Slot slot = slots[position];
    int length = slot.variables.length;
    if (slot.kind == Kind.CLAUSE && !holding) {
      int against = 0;
      for (int i = 0; i < length; i++) {
        against |= model.get(slot.variables[i]) ? 0 : 1 << i;
      }
      return isTaken(position, against, all) ? -1 : against;
    }
    for (int i = 0; i < TRIES; i++) {
      int drawn = random.nextInt(1 << length);
      if (slot.holds(drawn, model) == holding && !isTaken(position, drawn, all)) {
        return drawn;
      }
    }
    return -1;
  }

  int violations(int[] signs, BitSet model) {
    int violations = 0;
    for (int i = 0; i < slots.length; i++) {
      if (!slots[i].holds(signs[i], model)) {
        violations++;
      }
    }
    return violations;
  }

  /** The formula with these signs. */
  Cnf formula(int[] signs, boolean clausesOnly) {
    List<Constraint> constraints = new ArrayList<>(slots.length);
    for (int i = 0; i < slots.length; i++) {
      int[] literals = literals(slots[i].variables, signs[i]);
      int bound = slots[i].bound;
      switch (slots[i].kind) {
        case CLAUSE -> constraints.add(Clause.of(literals));
        case XOR -> {
          if (clausesOnly) {
            Parity.clauses(literals, true, constraints);
          } else {
            constraints.add(Xor.of(literals));
          }
        }
        case AT_MOST ->
            constraints.add(Cardinality.of(Cardinality.Relation.AT_MOST, bound, literals));
        case AT_LEAST ->
            constraints.add(Cardinality.of(Cardinality.Relation.AT_LEAST, bound, literals));
        case EXACTLY ->
            constraints.add(Cardinality.of(Cardinality.Relation.EXACTLY, bound, literals));
      }
    }
    return new Cnf(variables, constraints);
  }

  private static int[] literals(int[] variables, int signs) {
    int[] literals = new int[variables.length];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = (signs >>> i & 1) != 0 ? variables[i] : -variables[i];
    }
    return literals;
  }

  /** Collects constraints; at the end each variable occurs. */
  static final class Builder {

    private final int variables;
    private final ItemRandom random;
    private final List<Slot> slots = new ArrayList<>();

    Builder(int variables, ItemRandom random) {
      this.variables = variables;
      this.random = random;
    }

    /** Adds a constraint of this many distinct variables. */
    Builder add(Kind kind, int bound, int length) {
      int[] drawn = new int[length];
      for (int i = 0; i < length; ) {
        drawn[i] = 1 + random.nextInt(variables);
        int j = 0;
        while (drawn[j] != drawn[i]) {
          j++;
        }
        if (j == i) {
          i++;
        }
      }
      slots.add(new Slot(kind, bound, drawn));
      return this;
    }

    /**
     * The skeleton; null if its clauses could not all differ and leave a model. Variables that do
     * not occur replace some that occur often.
     */
    @org.jspecify.annotations.Nullable
    Skeleton build() {
      int[] occurrences = new int[variables + 1];
      int places = 0;
      for (Slot slot : slots) {
        for (int variable : slot.variables) {
          occurrences[variable]++;
          places++;
        }
      }
      if (places < variables) {
        return null;
      }
      for (int variable = 1; variable <= variables; variable++) {
        while (occurrences[variable] == 0) {
          int[] place = slots.get(random.nextInt(slots.size())).variables;
          int i = random.nextInt(place.length);
          if (occurrences[place[i]] > 1) {
            occurrences[place[i]]--;
            place[i] = variable;
            occurrences[variable]++;
          }
        }
      }
      for (Slot slot : slots) {
        Arrays.sort(slot.variables);
      }
      Skeleton skeleton = new Skeleton(variables, slots.toArray(new Slot[0]));
      for (int i = 0; i < slots.size(); i++) {
        boolean clause = slots.get(i).kind == Kind.CLAUSE;
        int most = clause ? (1 << slots.get(i).variables.length) - 2 : 0;
        if (skeleton.mates[i].length > most) {
          return null;
        }
      }
      return skeleton;
    }
  }
}
