package org.ponens.grammar.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is to be said about a text.
 *
 * @param code stable name of its kind
 * @param severity what it means for whoever relies on the reading
 * @param span where
 * @param message one sentence, without a full stop, in the words of the language
 * @param notes further places or explanations, each with an optional place
 * @param fix the edit that puts it right, where there is one
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    Span span,
    String message,
    List<Note> notes,
    Optional<Fix> fix) {

  /** A remark to a diagnostic, about another place where {@code span} is present. */
  public record Note(String message, Optional<Span> span) {

    public Note {
      Objects.requireNonNull(message);
      Objects.requireNonNull(span);
    }

    public static Note of(String message) {
      return new Note(message, Optional.empty());
    }

    public static Note at(Span span, String message) {
      return new Note(message, Optional.of(span));
    }
  }

  public Diagnostic {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(span);
    Objects.requireNonNull(message);
    Objects.requireNonNull(fix);
    notes = List.copyOf(notes);
  }

  public static Diagnostic error(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, span, message, List.of(), Optional.empty());
  }

  public static Diagnostic warning(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, span, message, List.of(), Optional.empty());
  }

  public static Diagnostic note(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, Severity.NOTE, span, message, List.of(), Optional.empty());
  }

  /** This diagnostic with a fix. */
  public Diagnostic withFix(Fix newFix) {
    return new Diagnostic(code, severity, span, message, notes, Optional.of(newFix));
  }

  /** This diagnostic with a further note. */
  public Diagnostic withNote(Note note) {
    List<Note> all = new java.util.ArrayList<>(notes);
    all.add(note);
    return new Diagnostic(code, severity, span, message, all, fix);
  }
}
