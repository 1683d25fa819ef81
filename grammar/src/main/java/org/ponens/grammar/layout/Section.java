package org.ponens.grammar.layout;

import java.util.List;
import org.ponens.grammar.diagnostic.Span;

/**
 * A header and the lines below it.
 *
 * @param name the header's canonical name; empty for what stands before the first header
 * @param header where the header stands; an empty span at the start of the text where there is none
 * @param lines the non-blank lines
 */
public record Section(String name, Span header, List<Line> lines) {

  public Section {
    lines = List.copyOf(lines);
  }
}
