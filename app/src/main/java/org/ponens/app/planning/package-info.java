/** Plans, validations and checks of PDDL on the command line. */
@NullMarked
package org.ponens.app.planning;

import org.jspecify.annotations.NullMarked;
