/** Propositional problems in words: in mathematical notation, in DIMACS, and as stories. */
@NullMarked
package org.ponens.generators.sat.prompt;

import org.jspecify.annotations.NullMarked;
