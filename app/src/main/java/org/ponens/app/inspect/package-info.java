/** The command {@code inspect}: what a data set holds. */
@NullMarked
package org.ponens.app.inspect;

import org.jspecify.annotations.NullMarked;
