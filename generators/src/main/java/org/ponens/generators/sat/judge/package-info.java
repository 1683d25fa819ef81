/** Judges answers about propositional formulas. */
@NullMarked
package org.ponens.generators.sat.judge;

import org.jspecify.annotations.NullMarked;
