/** The texts that ask for a rule. */
@NullMarked
package org.ponens.generators.induction.prompt;

import org.jspecify.annotations.NullMarked;
