package org.ponens.grammar.rules;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticCode;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;

/** Why a line cannot be read: it becomes an error unless the line turns out not to matter. */
record Fault(DiagnosticCode code, int start, int end, String message, Optional<Fix> fix) {

  static Fault of(DiagnosticCode code, int start, int end, String message) {
    return new Fault(code, start, end, message, Optional.empty());
  }

  Diagnostic error(Source source) {
    Diagnostic error = Diagnostic.error(code, source.span(start, end), message);
    return fix.map(error::withFix).orElse(error);
  }
}
