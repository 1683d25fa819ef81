package org.ponens.app.solve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.translators.dataset.Entry;
import org.ponens.translators.solve.Solution;
import org.ponens.translators.verbalize.Evidence;

/** A solution as one line of JSON. */
final class SolutionJson {

  private static final JsonFactory JSON = new JsonFactory();

  private SolutionJson() {}

  /** The line for a problem with this id. */
  static String line(String id, Solution solution) {
    return write(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("status", solution.status().label());
          writeOptional(json, "answer", solution.answer());
          json.writeBooleanField("trusted", solution.trusted());
          json.writeStringField("verdict", solution.verdict());
          Optional<String> szs = Szs.status(solution);
          if (szs.isPresent()) {
            json.writeStringField("szs", szs.get());
          }
          strings(json, "doubts", solution.doubts());
          writeEvidence(json, solution);
          json.writeArrayFieldStart("diagnostics");
          for (Diagnostic diagnostic : solution.diagnostics()) {
            DiagnosticPrinter.writeJson(json, diagnostic);
          }
          json.writeEndArray();
          strings(json, "fixes", solution.fixes().stream().map(fix -> fix.title()).toList());
          json.writeNumberField("millis", Math.round(solution.elapsed().toNanos() / 1e3) / 1e3);
        });
  }

  /** The line for a place of a file that holds no problem. */
  static String line(Entry.Malformed malformed) {
    return write(
        json -> {
          json.writeStringField("id", malformed.id());
          json.writeStringField("status", "malformed");
          json.writeNullField("answer");
          json.writeBooleanField("trusted", false);
          json.writeStringField("message", malformed.message());
          json.writeNumberField("line", malformed.line());
        });
  }

  private static void writeEvidence(JsonGenerator json, Solution solution) throws IOException {
    Optional<Evidence> evidence = Evidence.of(solution);
    if (evidence.isEmpty()) {
      json.writeNullField("evidence");
      return;
    }
    json.writeObjectFieldStart("evidence");
    json.writeStringField("kind", evidence.get().kind());
    strings(json, "statements", evidence.get().statements());
    json.writeStringField("text", evidence.get().text());
    json.writeEndObject();
  }

  private static void writeOptional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void strings(JsonGenerator json, String name, Iterable<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String write(Fields fields) {
    StringWriter out = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
