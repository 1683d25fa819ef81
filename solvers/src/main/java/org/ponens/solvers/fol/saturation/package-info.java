/** Saturation of clause sets by ordered resolution and superposition. */
@NullMarked
package org.ponens.solvers.fol.saturation;

import org.jspecify.annotations.NullMarked;
