/** Examples, and how they are drawn. */
@NullMarked
package org.ponens.generators.induction.example;

import org.jspecify.annotations.NullMarked;
