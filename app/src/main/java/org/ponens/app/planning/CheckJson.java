package org.ponens.app.planning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;

/** The diagnostics of a file as a line of JSON. */
final class CheckJson {

  private static final JsonFactory JSON = new JsonFactory();

  private CheckJson() {}

  static String line(String file, List<Diagnostic> diagnostics) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : diagnostics) {
        DiagnosticPrinter.writeJson(json, diagnostic);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
