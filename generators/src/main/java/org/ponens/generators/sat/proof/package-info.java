/** Why answers are right: what they claim about formulas, and witnesses of the claims. */
@NullMarked
package org.ponens.generators.sat.proof;

import org.jspecify.annotations.NullMarked;
