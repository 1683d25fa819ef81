package org.ponens.solvers.planning.search;

import java.util.List;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;

/**
 * The states of a task and what leads from one to another. A state that is stored has the bits of
 * the basic facts; one that is worked with has, behind them, those of the derived facts, too.
 */
final class StateSpace {

  private final GroundTask task;
  private final int basicWords;
  private final int allWords;
  private final long lastMask;
  private final GroundEffect[][] effects;
  private final SuccessorGenerator generator;
  private final AxiomEvaluator axioms;

  StateSpace(GroundTask task) {
    this.task = task;
    this.basicWords = Math.max(1, (task.basicFacts() + 63) / 64);
    this.allWords = Math.max(1, (task.factCount() + 63) / 64);
    int rest = task.basicFacts() & 63;
    this.lastMask = rest == 0 && task.basicFacts() > 0 ? -1L : (1L << rest) - 1;
    List<GroundOperator> operators = task.operators();
    this.effects = new GroundEffect[operators.size()][];
    for (int o = 0; o < effects.length; o++) {
      effects[o] = operators.get(o).effects().toArray(GroundEffect[]::new);
    }
    this.generator = new SuccessorGenerator(task);
    this.axioms = new AxiomEvaluator(task);
  }

  int basicWords() {
    return basicWords;
  }

  /** A state to work with, in which nothing is true. */
  long[] newState() {
    return new long[allWords];
  }

  long[] initial() {
    long[] state = newState();
    for (int fact : task.initial()) {
      state[fact >> 6] |= 1L << fact;
    }
    axioms.derive(state);
    return state;
  }

  /** Reads a stored state and derives what follows from it. */
  void read(StateStore store, int id, long[] state) {
    for (int i = basicWords; i < allWords; i++) {
      state[i] = 0;
    }
    store.read(id, state);
    axioms.derive(state);
  }

  /** Puts the state behind an operator, the derived facts not yet among them, into an array. */
  void apply(int operator, long[] state, long[] out) {
    System.arraycopy(state, 0, out, 0, basicWords);
    out[basicWords - 1] &= lastMask;
    for (int i = basicWords; i < allWords; i++) {
      out[i] = 0;
    }
    for (GroundEffect effect : effects[operator]) {
      if (holds(effect.condition(), state)) {
        for (int fact : effect.deletes()) {
          out[fact >> 6] &= ~(1L << fact);
        }
      }
    }
    for (GroundEffect effect : effects[operator]) {
      if (holds(effect.condition(), state)) {
        for (int fact : effect.adds()) {
          out[fact >> 6] |= 1L << fact;
        }
      }
    }
  }

  /** Derives what follows from the basic facts of a state. */
  void derive(long[] state) {
    axioms.derive(state);
  }

  boolean isGoal(long[] state) {
    return holds(task.goal(), state);
  }

  /** The operators that can be done in a state, ascending, in the list's array. */
  void applicable(long[] state, IntBuffer out) {
    generator.applicable(state, out);
  }

  static boolean holds(int[] facts, long[] state) {
    for (int fact : facts) {
      if ((state[fact >> 6] >> fact & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isTrue(int fact, long[] state) {
    return (state[fact >> 6] >> fact & 1) != 0;
  }
}
