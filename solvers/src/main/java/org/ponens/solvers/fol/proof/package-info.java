/** Proofs by refutation as data, and the checker that trusts no solver. */
@NullMarked
package org.ponens.solvers.fol.proof;

import org.jspecify.annotations.NullMarked;
