package org.ponens.grammar.layout;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * One line of a section, split at its first {@code :::}.
 *
 * @param text the statement, stripped; never empty
 * @param span where the statement stands
 * @param gloss the English behind {@code :::}, stripped, where there is any
 */
public record Line(String text, Span span, Optional<String> gloss) {}
