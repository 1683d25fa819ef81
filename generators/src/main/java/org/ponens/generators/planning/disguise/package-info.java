/** Worlds under other names, so that only their rules tell what they are. */
@NullMarked
package org.ponens.generators.planning.disguise;

import org.jspecify.annotations.NullMarked;
