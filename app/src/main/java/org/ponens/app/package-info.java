/** How people reach Ponens: the command line. */
@NullMarked
package org.ponens.app;

import org.jspecify.annotations.NullMarked;
