package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;

/**
 * The meaning-keeping repairs of one reading: one note for each kind, at its first place, with the
 * edits of all its places. A model that writes {@code =} for {@code ==} does so in every line.
 */
final class Repairs {

  private static final int MOST_EDITS = 100;

  private final Source source;
  private final Map<CspCode, Kind> kinds = new EnumMap<>(CspCode.class);

  private static final class Kind {
    private final String message;
    private final String title;
    private final int start;
    private final int end;
    private final List<Edit> edits = new ArrayList<>();
    private int count;

    Kind(String message, String title, int start, int end) {
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
  void note(CspCode code, String message, String title, int start, int end, String replacement) {
    Kind kind = kind(code, message, title, start, end);
    if (kind.edits.size() < MOST_EDITS) {
      kind.edits.add(new Edit(source.span(start, end), replacement));
    }
  }

  /** Records something put right that no single edit of its place would do. */
  void note(CspCode code, String message, int start, int end) {
    kind(code, message, "", start, end);
  }

  void report(Diagnostics diagnostics) {
    kinds.forEach(
        (code, kind) -> {
          String message =
              kind.count == 1 ? kind.message : kind.message + " (" + kind.count + " times)";
          Diagnostic note = Diagnostic.note(code, source.span(kind.start, kind.end), message);
          List<Edit> edits = disjoint(kind.edits);
          diagnostics.add(
              edits.isEmpty() || kind.title.isEmpty()
                  ? note
                  : note.withFix(new Fix(kind.title, edits, true)));
        });
  }

  private Kind kind(CspCode code, String message, String title, int start, int end) {
    Kind kind = kinds.computeIfAbsent(code, c -> new Kind(message, title, start, end));
    kind.count++;
    return kind;
  }

  private static List<Edit> disjoint(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(e -> e.span().start()));
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
