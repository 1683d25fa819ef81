/** What the languages share in their outer form: sections, lines, glosses, nesting, names. */
package org.ponens.grammar.layout;
