/**
 * Rule programs with strong negation: forward chaining to the least model, the answer to a query,
 * and proofs with a checker that trusts no engine.
 */
@NullMarked
package org.ponens.solvers.rules;

import org.jspecify.annotations.NullMarked;
