/** Planning: what can be validated and planned, and a planner whose every plan is validated. */
@NullMarked
package org.ponens.solvers.planning;

import org.jspecify.annotations.NullMarked;
