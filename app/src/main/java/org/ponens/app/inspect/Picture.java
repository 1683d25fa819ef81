package org.ponens.app.inspect;

import java.util.List;
import java.util.Locale;

/**
 * Bars as SVG that needs nothing else: light or dark as the reader has it, and with a title and a
 * description for readers who do not see it.
 */
final class Picture {

  private static final int ROW = 22;
  private static final int BAR = 16;
  private static final int LABELS = 150;
  private static final int WIDTH = 640;
  private static final int COUNTS = 70;
  private static final int TOP = 34;

  private Picture() {}

  /**
   * A document, or an element of one.
   *
   * @param name unique among the pictures of a page, as ids are made of it
   */
  static String svg(String name, String title, String note, List<Section.Bar> bars) {
    long most = Math.max(1, Section.most(bars));
    int height = TOP + ROW * bars.size() + 8;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="%s-title %s-note">
            <title id="%s-title">%s</title>
            <desc id="%s-note">%s</desc>
            <style>
            svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
            .ground { fill: #ffffff; } .text { fill: #1f2328; } .bar { fill: #0969da; }
            @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117; } .text { fill: #e6edf3; } .bar { fill: #58a6ff; }
            }
            </style>
            <rect class="ground" width="%d" height="%d"/>
            <text class="text" x="10" y="21" font-weight="bold">%s</text>
            """,
            WIDTH,
            height,
            WIDTH,
            height,
            name,
            name,
            name,
            escape(title),
            name,
            escape(description(note, bars)),
            WIDTH,
            height,
            escape(title)));
    int room = WIDTH - LABELS - COUNTS - 10;
    for (int i = 0; i < bars.size(); i++) {
      Section.Bar bar = bars.get(i);
      int y = TOP + ROW * i;
      double width = bar.count() == 0 ? 0 : Math.max(1, (double) room * bar.count() / most);
      out.append(
          String.format(
              Locale.ROOT,
              """
              <text class="text" x="%d" y="%d" text-anchor="end">%s</text>
              <rect class="bar" x="%d" y="%d" width="%.1f" height="%d"/>
              <text class="text" x="%.1f" y="%d">%d</text>
              """,
              LABELS - 8,
              y + 13,
              escape(bar.label()),
              LABELS,
              y,
              width,
              BAR,
              LABELS + width + 6,
              y + 13,
              bar.count()));
    }
    return out.append("</svg>\n").toString();
  }

  private static String description(String note, List<Section.Bar> bars) {
    StringBuilder text = new StringBuilder(note);
    for (Section.Bar bar : bars) {
      text.append(' ').append(bar.label()).append(": ").append(bar.count()).append('.');
    }
    return text.toString();
  }

  /** A text in XML or HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
