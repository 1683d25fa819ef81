/** What solvers say of worlds: shortest plans, and that there are none. */
@NullMarked
package org.ponens.generators.planning.solution;

import org.jspecify.annotations.NullMarked;
