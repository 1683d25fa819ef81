package org.ponens.grammar.csp;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Reads finite-domain programs: the sections Domain, Variables, Constraints and Query, a statement
 * a line, in the spelling that Logic-LM teaches and in those that language models use instead.
 *
 * <p>Linear in the text, in bounded memory; never throws, whatever the text. Stateless and
 * thread-safe.
 */
public final class Csp {

  /** The longest text that is read, in characters. */
  public static final int LONGEST_TEXT = 4_000_000;

  private Csp() {}

  /** Reads a program under the name {@code input}. */
  public static Parsed<CspProgram> parse(String text) {
    return parse(Source.of(text));
  }

  /**
   * Reads a program. There is no value where no variable or no option could be read, and an error
   * says why.
   *
   * <p>How a statement is read where its spelling leaves a choice: operators bind as in Python, and
   * implication and equivalence weaker than those; {@code |} and {@code &} are connectives; {@code
   * /} rounds down as {@code //} does; named values are numbers, those that the domain does not
   * number by their place in the list that they first stand in, from 1.
   */
  public static Parsed<CspProgram> parse(Source source) {
    Diagnostics diagnostics = new Diagnostics();
    String text = source.text();
    if (text.length() > LONGEST_TEXT) {
      return unreadable(
          source,
          diagnostics,
          TextCode.TOO_LONG,
          "a text of more than " + LONGEST_TEXT + " characters");
    }
    if (text.isBlank()) {
      return unreadable(source, diagnostics, TextCode.EMPTY, "there is nothing to read");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      diagnostics.add(
          Diagnostic.error(
              TextCode.BINARY, source.span(nul, nul + 1), "this is no text: it holds a NUL"));
      return diagnostics.parsed(source, Optional.empty());
    }
    return new CspReader(source, diagnostics).read();
  }

  private static Parsed<CspProgram> unreadable(
      Source source, Diagnostics diagnostics, TextCode code, String message) {
    diagnostics.add(Diagnostic.error(code, source.span(0, 0), message));
    return diagnostics.parsed(source, Optional.empty());
  }
}
