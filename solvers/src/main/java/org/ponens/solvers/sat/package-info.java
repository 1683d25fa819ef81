/**
 * Propositional satisfiability and what is asked around it: models, counts, backbones, minimal
 * unsatisfiable subsets and correction sets, optima, equivalence, refutations. Formulas of a few
 * variables are decided by tables of all valuations, others by a clause-learning search of our own;
 * Sat4j is the incremental solver for programs that other packages translate.
 */
@NullMarked
package org.ponens.solvers.sat;

import org.jspecify.annotations.NullMarked;
