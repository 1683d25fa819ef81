package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/**
 * The meaning-keeping repairs of one reading: one note for each kind, at its first place, with the
 * edits of all its places. A model that writes {@code !P(x)} does so in every line, and fifteen
 * equal notes would hide the one that matters.
 */
final class Repairs {

  private static final int MOST_EDITS = 100;

  private final Source source;
  private final Map<RuleCode, Kind> kinds = new EnumMap<>(RuleCode.class);

  private static final class Kind {
    private final String message;
    private final String title;
    private final Severity severity;
    private int start;
    private int end;
    private int count;
    private final List<Edit> edits = new ArrayList<>();

    Kind(Severity severity, String message, String title, int start, int end) {
      this.severity = severity;
      this.message = message;
      this.title = title;
      this.start = start;
      this.end = end;
    }
  }

  Repairs(Source source) {
    this.source = source;
  }

  /** Records a repair of the stretch from {@code start} to {@code end}. */
  void note(RuleCode code, String message, String title, int start, int end, String replacement) {
    add(place(Severity.NOTE, code, message, title, start, end), start, end, replacement);
  }

  /** Records a repair that a documented rule makes, though it might not keep the meaning. */
  void warn(RuleCode code, String message, String title, int start, int end, String replacement) {
    add(place(Severity.WARNING, code, message, title, start, end), start, end, replacement);
  }

  private void add(Kind kind, int start, int end, String replacement) {
    if (kind.edits.size() < MOST_EDITS) {
      kind.edits.add(new Edit(source.span(start, end), replacement));
    }
  }

  /** Records something put right that no single edit of its place would do. */
  void note(RuleCode code, String message, int start, int end) {
    place(Severity.NOTE, code, message, "", start, end);
  }

  int count(RuleCode code) {
    Kind kind = kinds.get(code);
    return kind == null ? 0 : kind.count;
  }

  /** Reports a kind as a warning, as it may not have kept the meaning after all. */
  void raise(RuleCode code, Diagnostics diagnostics, String message) {
    Kind kind = kinds.remove(code);
    if (kind != null) {
      diagnostics.add(Diagnostic.warning(code, source.span(kind.start, kind.end), message));
    }
  }

  void report(Diagnostics diagnostics) {
    kinds.forEach(
        (code, kind) -> {
          String message =
              kind.count == 1 ? kind.message : kind.message + " (" + kind.count + " times)";
          Span span = source.span(kind.start, kind.end);
          Diagnostic note =
              new Diagnostic(code, kind.severity, span, message, List.of(), Optional.empty());
          if (!kind.edits.isEmpty()) {
            note = note.withFix(new Fix(kind.title, disjoint(kind.edits), true));
          }
          diagnostics.add(note);
        });
  }

  private Kind place(
      Severity severity, RuleCode code, String message, String title, int start, int end) {
    Kind kind = kinds.computeIfAbsent(code, c -> new Kind(severity, message, title, start, end));
    kind.count++;
    if (start < kind.start) {
      kind.start = start;
      kind.end = end;
    }
    return kind;
  }

  private static List<Edit> disjoint(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(java.util.Comparator.comparingInt(e -> e.span().start()));
    List<Edit> kept = new ArrayList<>();
    int end = -1;
    for (Edit edit : sorted) {
      if (edit.span().start() >= end) {
        kept.add(edit);
        end = Math.max(edit.span().end(), edit.span().start() + 1);
      }
    }
    return kept;
  }
}
