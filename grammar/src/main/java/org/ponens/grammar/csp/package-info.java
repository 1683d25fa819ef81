/**
 * Finite-domain programs, as Logic-LM has language models write them: variables over integers, the
 * constraints between them, and options of which is asked what follows. The syntax tree, its
 * tolerant reader and its printer.
 */
package org.ponens.grammar.csp;
