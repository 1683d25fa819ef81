/** Whether two planning problems say the same, up to the names of their objects. */
@NullMarked
package org.ponens.solvers.planning.equivalence;

import org.jspecify.annotations.NullMarked;
