/** From a model's response to a verdict: finding the answer, reading responses, judging them. */
@NullMarked
package org.ponens.generators.verify;

import org.jspecify.annotations.NullMarked;
