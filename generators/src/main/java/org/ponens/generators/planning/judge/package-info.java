/** Judges answers about worlds. */
@NullMarked
package org.ponens.generators.planning.judge;

import org.jspecify.annotations.NullMarked;
