/** The Bernays-Schönfinkel class decided by grounding, with proofs from the ground clauses. */
@NullMarked
package org.ponens.solvers.fol.ground;

import org.jspecify.annotations.NullMarked;
