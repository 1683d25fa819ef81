package org.ponens.grammar.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The edits that put a diagnostic right.
 *
 * @param title what the fix does, as a phrase: {@code insert ')'}
 * @param edits replacements in the original text, none overlapping
 * @param applied whether the reader has read on as if the edits had been made. It does so only
 *     where the meaning is kept; a guess at the meaning is suggested and left alone.
 */
public record Fix(String title, List<Edit> edits, boolean applied) {

  public Fix {
    edits = edits.stream().sorted(Comparator.comparingInt((Edit e) -> e.span().start())).toList();
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i).span().start() < edits.get(i - 1).span().end()) {
        throw new IllegalArgumentException("edits overlap: " + edits);
      }
    }
  }

  /** A fix that the reader has applied. */
  public static Fix applied(String title, Edit... edits) {
    return new Fix(title, List.of(edits), true);
  }

  /** A fix for the author to consider. */
  public static Fix suggested(String title, Edit... edits) {
    return new Fix(title, List.of(edits), false);
  }

  /** The text with the edits made. */
  public String apply(String text) {
    return applyAll(text, List.of(this));
  }

  /**
   * The text with the edits of several fixes made; an edit that overlaps an earlier one is left
   * out.
   */
  public static String applyAll(String text, List<Fix> fixes) {
    List<Edit> all = new ArrayList<>();
    fixes.forEach(fix -> all.addAll(fix.edits()));
    all.sort(Comparator.comparingInt(e -> e.span().start()));
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    for (Edit edit : all) {
      if (edit.span().start() < at) {
        continue;
      }
      out.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
