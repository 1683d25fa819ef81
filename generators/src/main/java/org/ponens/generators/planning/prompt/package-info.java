/** Questions about worlds in words and in PDDL. */
@NullMarked
package org.ponens.generators.planning.prompt;

import org.jspecify.annotations.NullMarked;
