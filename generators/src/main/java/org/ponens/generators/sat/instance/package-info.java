/** Where propositional formulas come from: random distributions, hard classes, and users' files. */
@NullMarked
package org.ponens.generators.sat.instance;

import org.jspecify.annotations.NullMarked;
