package org.ponens.app.inspect;

import java.util.List;

/** Sections as a page that needs nothing else. */
final class HtmlReport {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>TITLE</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
        background: #ffffff; color: #1f2328; }
      table { border-collapse: collapse; display: block; overflow-x: auto; }
      th, td { padding: .25rem .7rem; border-bottom: 1px solid #8c959f; text-align: right; white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; }
      svg { max-width: 100%; height: auto; }
      @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } }
      </style>
      </head>
      <body>
      <main>
      <h1>TITLE</h1>
      """;

  private HtmlReport() {}

  static String print(String title, List<Section> sections) {
    StringBuilder out = new StringBuilder(HEAD.replace("TITLE", Picture.escape(title)));
    int number = 0;
    for (Section section : sections) {
      number++;
      out.append("<section>\n<h2>").append(Picture.escape(section.title())).append("</h2>\n");
      if (!section.note().isEmpty()) {
        out.append("<p>").append(Picture.escape(section.note())).append("</p>\n");
      }
      switch (section) {
        case Section.Figures figures -> table(out, figures);
        case Section.Picture picture ->
            out.append(
                Picture.svg("picture-" + number, picture.title(), picture.note(), picture.bars()));
        case Section.Sentences sentences -> list(out, sentences.lines());
      }
      out.append("</section>\n");
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void table(StringBuilder out, Section.Figures figures) {
    out.append("<table>\n<thead><tr>");
    for (String head : figures.table().header()) {
      out.append("<th scope=\"col\">").append(Picture.escape(head)).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : figures.table().rows()) {
      out.append("<tr>");
      for (String cell : row) {
        out.append("<td>").append(Picture.escape(cell)).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static void list(StringBuilder out, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append("<ul>\n");
    for (String line : lines) {
      out.append("<li>").append(Picture.escape(line)).append("</li>\n");
    }
    out.append("</ul>\n");
  }
}
