/**
 * Datalog and the part of Prolog that answers to rule-induction tasks are written in: clauses,
 * negation as failure, if-then-else, comparison and arithmetic, lists, and all-solutions
 * predicates.
 */
@NullMarked
package org.ponens.grammar.prolog;

import org.jspecify.annotations.NullMarked;
