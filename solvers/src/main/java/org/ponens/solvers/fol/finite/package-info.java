/** Finite structures that satisfy clauses, found size by size with SAT. */
@NullMarked
package org.ponens.solvers.fol.finite;

import org.jspecify.annotations.NullMarked;
