/** Tasks about planning: finding, judging and understanding plans. */
@NullMarked
package org.ponens.generators.planning;

import org.jspecify.annotations.NullMarked;
