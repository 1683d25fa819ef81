/** Which other rules go with the examples of a task. */
@NullMarked
package org.ponens.generators.induction.space;

import org.jspecify.annotations.NullMarked;
