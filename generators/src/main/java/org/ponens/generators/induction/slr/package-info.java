/** Validation programs and tasks as SLR-Bench has them. */
@NullMarked
package org.ponens.generators.induction.slr;

import org.jspecify.annotations.NullMarked;
