/** Says whether a plan is one, and if not, why: by the lifted domain, step by step. */
@NullMarked
package org.ponens.solvers.planning.validation;

import org.jspecify.annotations.NullMarked;
