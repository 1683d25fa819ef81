package org.ponens.translators.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.translators.english.OrderClaim;
import org.ponens.translators.english.Scale;

/**
 * Compares constraints and options with their own English: does {@code falcon < crow} say what "The
 * falcon is to the right of the crow" says? The labels of the domain tell which end of the scale has
 * the small numbers; without them nothing is claimed.
 */
public final class GlossOrder {

  private final CspProgram program;
  private final List<String> names;

  private GlossOrder(CspProgram program) {
    this.program = program;
    this.names = program.variables().stream().map(v -> v.name()).toList();
  }
}
