package org.ponens.app.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verifications;

/**
 * A verdict as it stands in a file: {@code {"id","correct","score","status","reason"}}.
 *
 * @param status of the verdict, or why there is none
 */
record VerdictLine(String id, boolean correct, double score, String status, String reason) {

  private static final JsonFactory JSON = new JsonFactory();

  static VerdictLine of(Verifications.Result result) {
    Judgement judgement = result.judgement();
    return new VerdictLine(
        result.id(),
        judgement.correct(),
        judgement.score(),
        judgement.status(),
        judgement.reason());
  }

  /** The line, without its end. */
  String write() {
    StringWriter out = new StringWriter(160);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeBooleanField("correct", correct);
      if (score == Math.rint(score)) {
        json.writeNumberField("score", (long) score);
      } else {
        json.writeNumberField("score", score);
      }
      json.writeStringField("status", status);
      json.writeStringField("reason", reason);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return out.toString();
  }

  /** Reads a line that {@link #write} wrote; empty if it is none. */
  static Optional<VerdictLine> read(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT || !"id".equals(json.nextFieldName())) {
        return Optional.empty();
      }
      String id = json.nextTextValue();
      boolean hasCorrect = "correct".equals(json.nextFieldName());
      boolean correct = json.nextToken() == JsonToken.VALUE_TRUE;
      boolean hasScore = "score".equals(json.nextFieldName()) && json.nextToken().isNumeric();
      double score = hasScore ? json.getDoubleValue() : -1;
      boolean hasStatus = "status".equals(json.nextFieldName());
      String status = json.nextTextValue();
      boolean hasReason = "reason".equals(json.nextFieldName());
      String reason = json.nextTextValue();
      if (id == null || status == null || reason == null) {
        return Optional.empty();
      }
      VerdictLine read = new VerdictLine(id, correct, score, status, reason);
      return hasCorrect && hasScore && hasStatus && hasReason && read.write().equals(line)
          ? Optional.of(read)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
