/** Planning as satisfiability. */
@NullMarked
package org.ponens.solvers.planning.sat;

import org.jspecify.annotations.NullMarked;
