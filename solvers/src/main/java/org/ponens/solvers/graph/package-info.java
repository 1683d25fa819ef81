/** Coloured graphs up to isomorphism, and what is put into one: formulas. */
@NullMarked
package org.ponens.solvers.graph;

import org.jspecify.annotations.NullMarked;
