/** Propositional satisfiability on Sat4j. */
@NullMarked
package org.ponens.solvers.sat;

import org.jspecify.annotations.NullMarked;
