/**
 * Sources, positions and diagnostics: what there is to say about a text, where, and how to fix it.
 */
package org.ponens.grammar.diagnostic;
