package org.ponens.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown whose columns line up, so that it reads well on a terminal too. */
public final class Table {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column heads; the first column is text, the others are figures. */
  public Table(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** Adds a row with a cell for each column. */
  public void row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + header.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The column heads. */
  public List<String> header() {
    return header;
  }

  /** The cells, row by row. */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    measure(header, widths);
    rows.forEach(row -> measure(row, widths));
    StringBuilder out = new StringBuilder();
    line(out, header, widths);
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? "|" : "").append(' ').append("-".repeat(widths[i]));
      out.append(i == 0 ? " |" : ":|");
    }
    out.append('\n');
    rows.forEach(row -> line(out, row, widths));
    return out.toString();
  }

  private static void measure(List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).codePointCount(0, cells.get(i).length()));
    }
  }

  private static void line(StringBuilder out, List<String> cells, int[] widths) {
    out.append('|');
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String blanks = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
      out.append(' ').append(i == 0 ? cell + blanks : blanks + cell).append(" |");
    }
    out.append('\n');
  }
}
