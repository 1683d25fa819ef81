/** Grounding: from a domain and a problem to facts, operators and axioms without variables. */
@NullMarked
package org.ponens.solvers.planning.ground;

import org.jspecify.annotations.NullMarked;
