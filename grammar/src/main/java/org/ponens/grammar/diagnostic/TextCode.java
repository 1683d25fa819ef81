package org.ponens.grammar.diagnostic;

/** Diagnostics that any language can give, of the text as such. */
public enum TextCode implements DiagnosticCode {
  /** The text holds nothing to read. */
  EMPTY,
  /** The text is larger than its reader accepts. */
  TOO_LONG,
  /** Brackets or operators nest deeper than the reader accepts. */
  TOO_DEEP,
  /** The text holds characters that no text has, such as NUL. */
  BINARY,
  /** A Markdown fence stood around the program. */
  FENCE_REMOVED,
  /** Prose stood before or behind the program. */
  PROSE_SKIPPED,
  /** More diagnostics than are kept. */
  TOO_MANY_DIAGNOSTICS;

  @Override
  public String language() {
    return "text";
  }
}
