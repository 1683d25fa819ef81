/** Text for terminals. */
@NullMarked
package org.ponens.app.terminal;

import org.jspecify.annotations.NullMarked;
