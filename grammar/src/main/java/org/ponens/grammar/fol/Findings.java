package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/**
 * Diagnostics by offset. A span costs time in the length of its line, so none is made for a
 * diagnostic that is not kept.
 */
final class Findings {

  private final Source source;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Diagnostic> pending = new ArrayList<>();
  private boolean holding;
  private int count;
  private int errors;

  Findings(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Span span(int start, int end) {
    return source.span(start, end);
  }

  /**
   * Whether a further note or warning would be kept, or would be the one that says that none is.
   */
  boolean isOpen() {
    return count + pending.size() <= Diagnostics.MAX;
  }

  /** Whether a further error would be kept: notes and warnings take nothing away from errors. */
  boolean isOpenForErrors() {
    return errors <= Diagnostics.MAX;
  }

  void add(Diagnostic diagnostic) {
    errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    if (holding) {
      pending.add(diagnostic);
    } else {
      count++;
      diagnostics.add(diagnostic);
    }
  }

  /** Holds diagnostics back until it is known whether the formula that they are about is read. */
  void hold() {
    holding = true;
  }

  /**
   * Gives what was held back: all of it, or the errors only, as of what is not read nothing else
   * counts.
   */
  void release(boolean all) {
    holding = false;
    for (Diagnostic diagnostic : pending) {
      if (all || diagnostic.severity() == Severity.ERROR) {
        count++;
        diagnostics.add(diagnostic);
      }
    }
    pending.clear();
  }

  void error(FolCode code, int start, int end, String message) {
    if (isOpenForErrors()) {
      add(Diagnostic.error(code, span(start, end), message));
    }
  }

  void warning(FolCode code, int start, int end, String message) {
    if (isOpen()) {
      add(Diagnostic.warning(code, span(start, end), message));
    }
  }

  /** Something was read as if {@code replacement} stood from start to end. */
  void repaired(
      Severity severity,
      FolCode code,
      int start,
      int end,
      String message,
      String title,
      String replacement) {
    if (isOpen()) {
      Span span = span(start, end);
      Fix fix = Fix.applied(title, new Edit(span, replacement));
      add(
          (severity == Severity.NOTE
                  ? Diagnostic.note(code, span, message)
                  : Diagnostic.warning(code, span, message))
              .withFix(fix));
    }
  }
}
