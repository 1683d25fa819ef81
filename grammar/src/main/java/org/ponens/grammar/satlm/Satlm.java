package org.ponens.grammar.satlm;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Reads many-sorted programs: sections of declarations, constraints and options, one statement a
 * line, in SatLM's Python-like notation and in what language models make of it. Stateless and
 * thread-safe; linear in the text but for its inline sorts, of which there is a bounded number.
 */
public final class Satlm {

  /** The longest text that is read, in UTF-16 units. */
  public static final int MAX_LENGTH = 1_000_000;

  private Satlm() {}

  /** Reads a text under the name {@code input}. */
  public static Parsed<SatlmProgram> parse(String text) {
    return parse(Source.of(text));
  }

  /**
   * Reads a text. A statement that cannot be read is left out, and an error says why; without a
   * readable option there is no program.
   */
  public static Parsed<SatlmProgram> parse(Source source) {
    Diagnostics diagnostics = new Diagnostics();
    if (source.text().length() > MAX_LENGTH) {
      diagnostics.add(
          Diagnostic.error(
              TextCode.TOO_LONG,
              source.span(0, 0),
              "the text is longer than " + MAX_LENGTH + " characters"));
      return diagnostics.parsed(source, Optional.empty());
    }
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      diagnostics.add(
          Diagnostic.error(
              TextCode.BINARY, source.span(nul, nul + 1), "the text holds a NUL character"));
      return diagnostics.parsed(source, Optional.empty());
    }
    if (source.text().isBlank()) {
      diagnostics.add(
          Diagnostic.error(TextCode.EMPTY, source.span(0, 0), "there is no text to read"));
      return diagnostics.parsed(source, Optional.empty());
    }
    return new SatlmReader(source, diagnostics).read();
  }
}
