package org.ponens.generators.sat.prompt;

import org.ponens.grammar.cnf.Vocabulary;

/**
 * A question in words.
 *
 * @param text what the model sees
 * @param vocabulary the names that its answer may use
 */
public record Prompt(String text, Vocabulary vocabulary) {}
