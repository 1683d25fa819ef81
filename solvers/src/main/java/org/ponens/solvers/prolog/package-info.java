/**
 * Evaluates programs of the Prolog subset over given facts: by resolution as a Prolog system does,
 * and, where that does not end, with tables. Nothing of the host can be reached from a program, and
 * every evaluation ends.
 */
@NullMarked
package org.ponens.solvers.prolog;

import org.jspecify.annotations.NullMarked;
