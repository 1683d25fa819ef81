/**
 * Propositional formulas in conjunctive normal form: DIMACS and mathematical notation, with
 * exclusive-or and cardinality constraints beside clauses; and the answers that people and models
 * give about them.
 */
@NullMarked
package org.ponens.grammar.cnf;

import org.jspecify.annotations.NullMarked;
