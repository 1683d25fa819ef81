/**
 * PDDL 3.1, the Planning Domain Definition Language (Kovacs, BNF Definition of PDDL 3.1, 2011; Fox
 * and Long 2003; Edelkamp and Hoffmann 2004; Gerevini and Long 2005): domains, problems and plans.
 * Names are in lower case throughout, as PDDL does not tell cases apart.
 */
@NullMarked
package org.ponens.grammar.pddl;

import org.jspecify.annotations.NullMarked;
