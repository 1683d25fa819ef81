/** Problems worth solving, whose answers can be verified. */
@NullMarked
package org.ponens.generators;

import org.jspecify.annotations.NullMarked;
