/** Lints that read the English next to a program: polarity, direction, mood. */
@NullMarked
package org.ponens.translators.lint;

import org.jspecify.annotations.NullMarked;
