/** The root of the languages: {@link org.ponens.grammar.Program}. */
package org.ponens.grammar;
