/**
 * Rule programs with strong negation, as Logic-LM has language models write them: the syntax tree,
 * its tolerant reader and its printer.
 */
package org.ponens.grammar.rules;
