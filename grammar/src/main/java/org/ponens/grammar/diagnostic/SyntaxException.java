package org.ponens.grammar.diagnostic;

/** Thrown by {@link Parsed#orElseThrow()} to callers who do not want errors as data. */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  SyntaxException(Source source, Diagnostic diagnostic) {
    super(source.name() + ":" + diagnostic.span() + ": " + diagnostic.message());
    this.diagnostic = diagnostic;
  }

  /** The first error of the text. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
