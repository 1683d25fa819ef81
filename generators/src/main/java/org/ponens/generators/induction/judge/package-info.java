/** Judges the rules that are answered. */
@NullMarked
package org.ponens.generators.induction.judge;

import org.jspecify.annotations.NullMarked;
