/** What a rule induction task asks, and how it is stored. */
@NullMarked
package org.ponens.generators.induction.problem;

import org.jspecify.annotations.NullMarked;
