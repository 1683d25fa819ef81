/** Formulas, proofs and other evidence in plain words. */
@NullMarked
package org.ponens.translators.verbalize;

import org.jspecify.annotations.NullMarked;
