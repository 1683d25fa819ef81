package org.ponens.solvers.planning.search;

import java.util.ArrayList;
import java.util.List;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;

/**
 * Derives the derived facts of states: stratum by stratum, each axiom by counting down its body.
 */
final class AxiomEvaluator {

  private final int facts;
  private final List<Stratum> strata = new ArrayList<>();
  private final IntBuffer queue = new IntBuffer();

  // Axioms of one stratum; watching: by fact, the axioms whose body it is in.
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Stratum(GroundAxiom[] axioms, int[][] watching, int[] left) {}

  AxiomEvaluator(GroundTask task) {
    this.facts = task.factCount();
    List<GroundAxiom> now = new ArrayList<>();
    int last = -1;
    for (GroundAxiom axiom : task.axioms()) {
      if (axiom.stratum() != last && !now.isEmpty()) {
        strata.add(stratum(now));
        now.clear();
      }
      last = axiom.stratum();
      now.add(axiom);
    }
    if (!now.isEmpty()) {
      strata.add(stratum(now));
    }
  }

  private Stratum stratum(List<GroundAxiom> axioms) {
    int[][] watching =
        Relaxation.transposed(axioms.stream().map(GroundAxiom::body).toArray(int[][]::new), facts);
    return new Stratum(axioms.toArray(GroundAxiom[]::new), watching, new int[axioms.size()]);
  }

  void derive(long[] state) {
    for (Stratum stratum : strata) {
      derive(stratum, state);
    }
  }

  private void derive(Stratum stratum, long[] state) {
    queue.clear();
    for (int a = 0; a < stratum.axioms.length; a++) {
      GroundAxiom axiom = stratum.axioms[a];
      int left = 0;
      for (int fact : axiom.body()) {
        left += StateSpace.isTrue(fact, state) ? 0 : 1;
      }
      for (int fact : axiom.absent()) {
        left += StateSpace.isTrue(fact, state) ? facts + 1 : 0;
      }
      stratum.left[a] = left;
      if (left == 0) {
        queue.add(axiom.head());
      }
    }
    // Only what is true behind the counting counts down.
    while (queue.size() > 0) {
      int fact = queue.removeLast();
      if (StateSpace.isTrue(fact, state)) {
        continue;
      }
      state[fact >> 6] |= 1L << fact;
      for (int a : stratum.watching[fact]) {
        if (--stratum.left[a] == 0) {
          queue.add(stratum.axioms[a].head());
        }
      }
    }
  }
}
