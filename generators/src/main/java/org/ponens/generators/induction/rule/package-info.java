/** Hidden rules: drawn, evaluated and written as Prolog. */
@NullMarked
package org.ponens.generators.induction.rule;

import org.jspecify.annotations.NullMarked;
