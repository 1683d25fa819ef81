/** The worlds that planning tasks are about: their domains, drawn instances, and their states. */
@NullMarked
package org.ponens.generators.planning.world;

import org.jspecify.annotations.NullMarked;
