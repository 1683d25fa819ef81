package org.ponens.app.inspect;

import java.util.List;
import java.util.Locale;

/** Sections as text: bars of block characters on a terminal, of number signs elsewhere. */
final class TerminalReport {

  private static final int WIDTH = 40;
  private static final String EIGHTHS = " \u258F\u258E\u258D\u258C\u258B\u258A\u2589";

  private TerminalReport() {}

  static String print(String title, List<Section> sections, boolean terminal) {
    StringBuilder out = new StringBuilder(heading(title, terminal));
    for (Section section : sections) {
      out.append('\n').append(heading(section.title(), terminal));
      if (!section.note().isEmpty()) {
        out.append(section.note()).append('\n');
      }
      switch (section) {
        case Section.Figures figures -> out.append('\n').append(figures.table());
        case Section.Picture picture -> bars(out.append('\n'), picture.bars(), terminal);
        case Section.Sentences sentences ->
            sentences.lines().forEach(line -> out.append("  ").append(line).append('\n'));
      }
    }
    return out.toString();
  }

  private static String heading(String text, boolean terminal) {
    return (terminal ? "\u001B[1m" + text + "\u001B[0m" : text) + "\n";
  }

  private static void bars(StringBuilder out, List<Section.Bar> bars, boolean terminal) {
    long most = Math.max(1, Section.most(bars));
    int labels = bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(1);
    int counts = Long.toString(most).length();
    String format = "%" + labels + "s  %" + counts + "d  %s";
    for (Section.Bar bar : bars) {
      String picture = terminal ? blocks(bar.count(), most) : signs(bar.count(), most);
      String line = String.format(Locale.ROOT, format, bar.label(), bar.count(), picture);
      out.append(line.stripTrailing()).append('\n');
    }
  }

  /** Eighths of a character wide; what is not nothing shows. */
  private static String blocks(long count, long most) {
    int eighths = (int) Math.ceil(8.0 * WIDTH * count / most);
    String end = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return "\u2588".repeat(eighths / 8) + end;
  }

  private static String signs(long count, long most) {
    return "#".repeat((int) Math.ceil((double) WIDTH * count / most));
  }
}
