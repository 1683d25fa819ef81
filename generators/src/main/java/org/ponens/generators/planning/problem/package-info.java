/** What is asked about worlds, and what verifying an answer needs. */
@NullMarked
package org.ponens.generators.planning.problem;

import org.jspecify.annotations.NullMarked;
