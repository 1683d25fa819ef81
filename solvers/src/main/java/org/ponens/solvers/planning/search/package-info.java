/** Forward search for plans of ground tasks: quick ones, and cheapest ones. */
@NullMarked
package org.ponens.solvers.planning.search;

import org.jspecify.annotations.NullMarked;
