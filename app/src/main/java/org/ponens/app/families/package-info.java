/** The command that lists what tasks can be made. */
@NullMarked
package org.ponens.app.families;

import org.jspecify.annotations.NullMarked;
