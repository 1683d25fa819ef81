/** Tasks of rule induction: finding the rule that labels examples. */
@NullMarked
package org.ponens.generators.induction;

import org.jspecify.annotations.NullMarked;
