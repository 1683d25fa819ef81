/** The command that decides programs. */
@NullMarked
package org.ponens.app.solve;

import org.jspecify.annotations.NullMarked;
