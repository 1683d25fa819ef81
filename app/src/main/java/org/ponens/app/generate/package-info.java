/** The command that makes data sets of tasks. */
@NullMarked
package org.ponens.app.generate;

import org.jspecify.annotations.NullMarked;
