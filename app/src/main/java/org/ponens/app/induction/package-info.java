/** Rules judged on the command line. */
@NullMarked
package org.ponens.app.induction;

import org.jspecify.annotations.NullMarked;
