package org.ponens.grammar.diagnostic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes diagnostics for their three readers: a person at a terminal, a program, and a language
 * model that is asked to put its text right. Stateless and thread-safe.
 */
public final class DiagnosticPrinter {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int WIDEST_EXCERPT = 160;

  private DiagnosticPrinter() {}

  /**
   * For a terminal: position, message, the source line with carets below it, notes and fix.
   *
   * @param colour whether to use ANSI colours
   */
  public static String terminal(Source source, List<Diagnostic> diagnostics, boolean colour) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      String label = paint(d.severity(), d.severity().label(), colour);
      out.append(source.name()).append(':').append(d.span()).append(": ").append(label);
      out.append(": ").append(d.message()).append(" [").append(d.code().id()).append("]\n");
      excerpt(out, source, d.span());
      for (Diagnostic.Note note : d.notes()) {
        out.append("  note: ").append(note.message());
        note.span().ifPresent(span -> out.append(" (").append(span).append(')'));
        out.append('\n');
      }
      d.fix().ifPresent(fix -> out.append(fixLine(fix)).append('\n'));
    }
    return out.toString();
  }

  /** For a language model: one line each, with the text meant and the fix, no carets. */
  public static String model(Source source, List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      out.append("line ").append(d.span().line()).append(", column ").append(d.span().column());
      String meant = shorten(source.text(d.span()).strip(), 60);
      if (!meant.isEmpty()) {
        out.append(", at `").append(meant).append('`');
      }
      out.append(": ").append(d.severity().label()).append(": ").append(d.message()).append('.');
      d.notes().forEach(note -> out.append(' ').append(note.message()).append('.'));
      d.fix()
          .ifPresent(
              fix ->
                  out.append(fix.applied() ? " Already read as if fixed: " : " Suggested fix: ")
                      .append(fix.title())
                      .append('.'));
      out.append('\n');
    }
    return out.toString();
  }

  /** For a program: a JSON array. */
  public static String json(List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (Diagnostic d : diagnostics) {
        writeJson(json, d);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Writes one diagnostic as a JSON object: {@code code}, {@code severity}, {@code line}, {@code
   * column}, {@code offset}, {@code length}, {@code message}, {@code notes}, {@code fix}.
   */
  public static void writeJson(JsonGenerator json, Diagnostic d) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", d.code().id());
    json.writeStringField("severity", d.severity().label());
    writeSpan(json, d.span());
    json.writeStringField("message", d.message());
    if (!d.notes().isEmpty()) {
      json.writeArrayFieldStart("notes");
      for (Diagnostic.Note note : d.notes()) {
        json.writeStartObject();
        json.writeStringField("message", note.message());
        if (note.span().isPresent()) {
          writeSpan(json, note.span().get());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (d.fix().isPresent()) {
      writeFix(json, d.fix().get());
    }
    json.writeEndObject();
  }

  private static void writeFix(JsonGenerator json, Fix fix) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeStringField("title", fix.title());
    json.writeBooleanField("applied", fix.applied());
    json.writeArrayFieldStart("edits");
    for (Edit edit : fix.edits()) {
      json.writeStartObject();
      writeSpan(json, edit.span());
      json.writeStringField("replacement", edit.replacement());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSpan(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("offset", span.start());
    json.writeNumberField("length", span.length());
  }

  private static void excerpt(StringBuilder out, Source source, Span span) {
    String line = source.line(span.line());
    int from = span.start() - source.lineStart(span.line());
    int to = Math.min(line.length(), from + Math.max(1, span.length()));
    // A very long line is cut to a window around the place.
    int left = Math.max(0, Math.min(from - WIDEST_EXCERPT / 4, line.length() - WIDEST_EXCERPT));
    int right = Math.min(line.length(), left + WIDEST_EXCERPT);
    String number = Integer.toString(span.line());
    String margin = " ".repeat(number.length());
    String head = left > 0 ? "…" : "";
    out.append("  ").append(number).append(" | ").append(head).append(printable(line, left, right));
    out.append(right < line.length() ? "…\n" : "\n");
    int blanks = line.codePointCount(left, Math.max(left, Math.min(from, right))) + head.length();
    int carets =
        Math.max(
            1,
            line.codePointCount(
                Math.min(from, right), Math.clamp(to, Math.min(from, right), right)));
    out.append("  ").append(margin).append(" | ").append(" ".repeat(blanks));
    out.append("^".repeat(carets)).append('\n');
  }

  private static String printable(String line, int left, int right) {
    StringBuilder out = new StringBuilder(right - left);
    line.substring(left, right)
        .codePoints()
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? (c == '\t' ? ' ' : '�') : c));
    return out.toString();
  }

  private static String fixLine(Fix fix) {
    return (fix.applied() ? "  fixed: " : "  fix: ") + fix.title();
  }

  private static String shorten(String text, int most) {
    String flat = text.replaceAll("\\s+", " ");
    return flat.length() <= most ? flat : flat.substring(0, most - 1) + "…";
  }

  private static String paint(Severity severity, String text, boolean colour) {
    if (!colour) {
      return text;
    }
    String code =
        switch (severity) {
          case ERROR -> "31";
          case WARNING -> "33";
          case NOTE -> "36";
        };
    return "\u001b[1;" + code + "m" + text + "\u001b[0m";
  }
}
