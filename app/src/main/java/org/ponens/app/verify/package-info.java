/** The command {@code verify}: what responses to tasks are worth. */
@NullMarked
package org.ponens.app.verify;

import org.jspecify.annotations.NullMarked;
