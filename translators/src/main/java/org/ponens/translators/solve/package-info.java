/** Solving a formalized question: reading, lints, deciding, and whether to trust the answer. */
@NullMarked
package org.ponens.translators.solve;

import org.jspecify.annotations.NullMarked;
