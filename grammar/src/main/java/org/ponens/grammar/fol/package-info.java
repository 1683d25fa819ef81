/** First-order logic with equality: the syntax tree, its reader and its printers. */
package org.ponens.grammar.fol;
