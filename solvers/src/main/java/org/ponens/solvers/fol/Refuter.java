package org.ponens.solvers.fol;

import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.proof.Proof;

/** A search for a refutation of clauses that can be run slice by slice. */
interface Refuter {

  /** What a slice of the search gave. */
  sealed interface Result {

    record Refutation(Proof proof) implements Result {}

    /** There is no refutation: the clauses are satisfiable. */
    record Saturated() implements Result {}

    /** Neither yet. */
    record Unfinished() implements Result {}
  }

  /** Goes on with the search. A result other than {@code Unfinished} is final. */
  Result run(Meter slice);
}
