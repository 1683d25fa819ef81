package org.ponens.app.inspect;

import java.util.List;
import org.ponens.app.terminal.Table;

/** A part of what an inspection found. */
sealed interface Section {

  String title();

  /** What it says, in a sentence or two; may be empty. */
  String note();

  /** Figures. */
  record Figures(String title, String note, Table table) implements Section {}

  /** A picture of counts. */
  record Picture(String title, String note, List<Bar> bars) implements Section {}

  /** Sentences. */
  record Sentences(String title, String note, List<String> lines) implements Section {}

  /** A bar of a picture. */
  record Bar(String label, long count) {}

  /** The longest bar's count. */
  static long most(List<Bar> bars) {
    return bars.stream().mapToLong(Bar::count).max().orElse(0);
  }
}
