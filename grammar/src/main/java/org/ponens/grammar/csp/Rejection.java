package org.ponens.grammar.csp;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;

/** Ends the reading of one line and says why; holds no stack trace, as bad lines are no news. */
final class Rejection extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final CspCode code;
  private final int start;
  private final int end;
  private final String message;
  private final transient Optional<Fix> fix;

  Rejection(CspCode code, int start, int end, String message) {
    this(code, start, end, message, Optional.empty());
  }

  Rejection(CspCode code, int start, int end, String message, Optional<Fix> fix) {
    super(message, null, false, false);
    this.code = code;
    this.start = start;
    this.end = end;
    this.message = message;
    this.fix = fix;
  }

  /** Whether it is about what should stand at this place. */
  boolean isAt(int offset) {
    return start == offset;
  }

  Diagnostic error(Source source) {
    Diagnostic error = Diagnostic.error(code, source.span(start, end), message);
    return fix.map(error::withFix).orElse(error);
  }
}
