package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;

/** Puts axioms into strata: a fact comes after those whose absence it is derived from. */
final class Stratification {

  private Stratification() {}

  /**
   * The axioms by stratum.
   *
   * @throws IllegalArgumentException if a fact is derived from its own absence
   */
  static List<GroundAxiom> of(List<GroundAxiom> axioms) {
    Map<Integer, Integer> strata = new HashMap<>();
    axioms.forEach(a -> strata.put(a.head(), 0));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (GroundAxiom axiom : axioms) {
        int stratum = strata.getOrDefault(axiom.head(), 0);
        int least = stratum;
        for (int fact : axiom.body()) {
          least = Math.max(least, strata.getOrDefault(fact, 0));
        }
        for (int fact : axiom.absent()) {
          least = Math.max(least, strata.getOrDefault(fact, 0) + 1);
        }
        if (least > stratum) {
          if (least > strata.size()) {
            throw new IllegalArgumentException("the axioms are not stratified");
          }
          strata.put(axiom.head(), least);
          changed = true;
        }
      }
    }
    List<GroundAxiom> all = new ArrayList<>();
    for (GroundAxiom a : axioms) {
      all.add(new GroundAxiom(strata.getOrDefault(a.head(), 0), a.head(), a.body(), a.absent()));
    }
    all.sort(Comparator.comparingInt(GroundAxiom::stratum));
    return all;
  }
}
