package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A statement's text: one line, or several where brackets stay open.
 *
 * @param section the canonical name of its section
 * @param regions its lines without their glosses
 * @param label the letter written before or behind it
 * @param gloss the English behind it, without the letter
 * @param atEnd whether the text ends with it
 */
record Statement(
    String section,
    List<Span> regions,
    Optional<String> label,
    Optional<String> gloss,
    boolean atEnd) {

  int start() {
    return regions.get(0).start();
  }

  int end() {
    return regions.get(regions.size() - 1).end();
  }
}
