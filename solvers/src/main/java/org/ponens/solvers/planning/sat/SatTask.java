package org.ponens.solvers.planning.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/** What the clauses of all horizons have in common. */
final class SatTask {

  final GroundTask task;

  /** The effects of all operators. */
  final List<Effect> effects = new ArrayList<>();

  /** By fact, the effects that add it. */
  final int[][] adding;

  /** By fact, the effects that delete it. */
  final int[][] deleting;

  /** By fact, the operators that have it in their precondition. */
  final int[][] wanting;

  /**
   * By fact, the operators whose effects or whose derived preconditions depend on it, so that any
   * change of it by an operator before them in the same step disables them.
   */
  final int[][] watching;

  /** The operators in the order in which those of one step are done. */
  final int[] order;

  private final int[] positions;

  /** By derived fact, its axioms. */
  final List<List<GroundAxiom>> axioms = new ArrayList<>();

  /** How many effects have a condition. */
  final int conditional;

  /**
   * An effect of an operator.
   *
   * @param number among the conditional effects, or -1 for one that always happens
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Effect(int operator, int number, int[] condition, int[] adds, int[] deletes) {}

  private SatTask(GroundTask task, BitSet[] supports) {
    this.task = task;
    int count = 0;
    for (int o = 0; o < task.operators().size(); o++) {
      for (GroundEffect effect : task.operators().get(o).effects()) {
        boolean always = effect.condition().length == 0;
        effects.add(
            new Effect(
                o, always ? -1 : count++, effect.condition(), effect.adds(), effect.deletes()));
      }
    }
    conditional = count;
    int facts = task.factCount();
    adding = byFact(facts, effects.stream().map(Effect::adds).toArray(int[][]::new));
    deleting = byFact(facts, effects.stream().map(Effect::deletes).toArray(int[][]::new));
    int operators = task.operators().size();
    int[][] wants = new int[operators][];
    int[][] watches = new int[operators][];
    for (int o = 0; o < operators; o++) {
      GroundOperator operator = task.operators().get(o);
      wants[o] = operator.precondition();
      BitSet watched = new BitSet();
      note(operator.precondition(), supports, watched, false);
      operator.effects().forEach(e -> note(e.condition(), supports, watched, true));
      watches[o] = watched.stream().toArray();
    }
    wanting = byFact(facts, wants);
    watching = byFact(facts, watches);
    order = order(facts, operators);
    positions = new int[operators];
    for (int i = 0; i < operators; i++) {
      positions[order[i]] = i;
    }
    for (int f = 0; f < facts; f++) {
      axioms.add(new ArrayList<>());
    }
    task.axioms().forEach(a -> axioms.get(a.head()).add(a));
  }

  private void note(int[] condition, BitSet[] supports, BitSet watched, boolean basicToo) {
    for (int fact : condition) {
      if (fact >= task.basicFacts()) {
        watched.or(supports[fact]);
      } else if (basicToo) {
        watched.set(fact);
      }
    }
  }

  private static int[][] byFact(int facts, int[][] rows) {
    int[] counts = new int[facts];
    for (int[] row : rows) {
      for (int fact : row) {
        counts[fact]++;
      }
    }
    int[][] all = new int[facts][];
    Arrays.setAll(all, f -> new int[counts[f]]);
    Arrays.fill(counts, 0);
    for (int r = 0; r < rows.length; r++) {
      for (int fact : rows[r]) {
        all[fact][counts[fact]++] = r;
      }
    }
    return all;
  }

  // Nodes: each fact being deleted, and each fact being added.
  private int[] order(int facts, int operators) {
    int[][] disabled = new int[2 * facts][];
    for (int f = 0; f < facts; f++) {
      int[] both = Arrays.copyOf(wanting[f], wanting[f].length + watching[f].length);
      System.arraycopy(watching[f], 0, both, wanting[f].length, watching[f].length);
      disabled[f] = both;
      disabled[facts + f] = watching[f];
    }
    BitSet[] changes = new BitSet[operators];
    Arrays.setAll(changes, o -> new BitSet());
    for (Effect effect : effects) {
      for (int fact : effect.deletes()) {
        changes[effect.operator()].set(fact);
      }
      for (int fact : effect.adds()) {
        changes[effect.operator()].set(facts + fact);
      }
    }
    int[][] changing = new int[operators][];
    Arrays.setAll(changing, o -> changes[o].stream().toArray());
    return StepOrder.of(disabled, changing);
  }

  /** The place of an operator in the order. */
  int position(int operator) {
    return positions[operator];
  }

  /** The task made ready; empty where derived facts depend on themselves. */
  static Optional<SatTask> of(GroundTask task) {
    BitSet[] supports = new BitSet[task.factCount()];
    boolean changed = true;
    for (int f = 0; f < supports.length; f++) {
      supports[f] = new BitSet();
    }
    // Rounds beyond the number of derived facts mean a cycle.
    int derived = task.factCount() - task.basicFacts();
    int[] depth = new int[task.factCount()];
    for (int round = 0; changed; round++) {
      if (round > derived + 1) {
        return Optional.empty();
      }
      changed = false;
      for (GroundAxiom axiom : task.axioms()) {
        changed |= support(task, axiom, supports, depth);
      }
    }
    return Optional.of(new SatTask(task, supports));
  }

  private static boolean support(
      GroundTask task, GroundAxiom axiom, BitSet[] supports, int[] depth) {
    BitSet own = supports[axiom.head()];
    int before = own.cardinality();
    int deepest = depth[axiom.head()];
    for (int[] facts : new int[][] {axiom.body(), axiom.absent()}) {
      for (int fact : facts) {
        if (fact < task.basicFacts()) {
          own.set(fact);
        } else {
          own.or(supports[fact]);
          deepest = Math.max(deepest, depth[fact] + 1);
        }
      }
    }
    boolean changed = own.cardinality() != before || deepest != depth[axiom.head()];
    depth[axiom.head()] = deepest;
    return changed;
  }
}
