/** From people's words to formulas and back. */
@NullMarked
package org.ponens.translators;

import org.jspecify.annotations.NullMarked;
