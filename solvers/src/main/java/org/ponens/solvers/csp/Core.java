package org.ponens.solvers.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ponens.solvers.Meter;
import org.ponens.solvers.OptionReport.Premises;

/**
 * Minimal sets of constraints without a solution, by deletion: each constraint in turn is left out
 * for good if the others still have none (Chinneck and Dravnieks 1991).
 */
final class Core {

  private Core() {}

  /**
   * A core of constraints that have no solution together.
   *
   * @param constraints the propagators of each
   */
  static Premises.Inconsistent of(
      int[][] domains, List<List<Propagator>> constraints, Meter meter) {
    List<Integer> core = new ArrayList<>(IntStream.range(0, constraints.size()).boxed().toList());
    boolean minimal = true;
    for (int i = 0; i < core.size() && minimal; ) {
      List<Propagator> others = new ArrayList<>();
      for (int k = 0; k < core.size(); k++) {
        if (k != i) {
          others.addAll(constraints.get(core.get(k)));
        }
      }
      switch (new Search(domains, others, meter).run(values -> false, Long.MAX_VALUE)) {
        case COMPLETE -> core.subList(i, i + 1).clear();
        case STOPPED -> i++;
        case NODES, EXHAUSTED -> minimal = false;
      }
    }
    return new Premises.Inconsistent(core, minimal);
  }
}
