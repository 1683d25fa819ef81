/**
 * What follows from a program: {@link org.ponens.solvers.Reasoner} over the solver of each
 * language.
 */
@NullMarked
package org.ponens.solvers;

import org.jspecify.annotations.NullMarked;
