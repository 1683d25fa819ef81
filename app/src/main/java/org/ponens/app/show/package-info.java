/** The command {@code show}: one task, for people. */
@NullMarked
package org.ponens.app.show;

import org.jspecify.annotations.NullMarked;
