/** First-order entailment with proofs and countermodels. */
@NullMarked
package org.ponens.solvers.fol;

import org.jspecify.annotations.NullMarked;
