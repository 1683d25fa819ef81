/** What is asked about propositional formulas: right answers, their certificates, and the judge. */
@NullMarked
package org.ponens.generators.sat.problem;

import org.jspecify.annotations.NullMarked;
