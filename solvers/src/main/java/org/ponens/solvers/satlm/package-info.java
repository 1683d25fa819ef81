/** Many-sorted programs of finite sorts, grounded to propositional satisfiability. */
@NullMarked
package org.ponens.solvers.satlm;

import org.jspecify.annotations.NullMarked;
