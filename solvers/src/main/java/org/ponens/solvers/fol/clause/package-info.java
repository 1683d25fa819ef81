/** Clauses of first-order logic with equality. */
@NullMarked
package org.ponens.solvers.fol.clause;

import org.jspecify.annotations.NullMarked;
