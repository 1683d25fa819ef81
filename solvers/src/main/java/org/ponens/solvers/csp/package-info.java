/**
 * Finite-domain programs, decided by a search of our own that maintains arc consistency: {@link
 * org.ponens.solvers.csp.CspSolver}.
 */
@NullMarked
package org.ponens.solvers.csp;

import org.jspecify.annotations.NullMarked;
