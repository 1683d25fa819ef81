package org.ponens.app.planning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.planning.validation.Feedback;
import org.ponens.solvers.planning.validation.Trace;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validation.Failure;
import org.ponens.solvers.planning.validation.Validation.FalseCondition;
import org.ponens.solvers.planning.validation.Validation.GoalPart;

/** Validations as lines of JSON. */
final class ValidationJson {

  private static final JsonFactory JSON = new JsonFactory();

  private ValidationJson() {}

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A plan that was not validated. */
  static String unreadable(String id, String message, List<Diagnostic> diagnostics) {
    return line(
        json -> {
          json.writeStringField("id", id);
          json.writeBooleanField("valid", false);
          json.writeStringField("verdict", "unreadable");
          json.writeStringField("message", message);
          diagnostics(json, diagnostics);
        });
  }

  /** A validation, with as much detail as the feedback says. */
  static String line(
      String id,
      Validation validation,
      List<Diagnostic> diagnostics,
      Feedback feedback,
      Optional<Trace> trace) {
    return line(
        json -> {
          json.writeStringField("id", id);
          json.writeBooleanField("valid", validation.isValid());
          switch (validation) {
            case Validation.Valid it -> {
              json.writeStringField("verdict", "valid");
              json.writeNumberField("length", it.length());
              if (it.metric().isPresent()) {
                json.writeStringField("metric", it.metric().get().toString());
              }
            }
            case Validation.Undecided it -> json.writeStringField("verdict", "undecided");
            case Validation.Invalid it -> {
              json.writeStringField("verdict", "invalid");
              if (feedback != Feedback.BINARY) {
                invalid(json, it, feedback);
              }
            }
          }
          if (feedback != Feedback.BINARY) {
            diagnostics(json, diagnostics);
          }
          if (trace.isPresent()) {
            trace(json, trace.get());
          }
        });
  }

  private static void invalid(JsonGenerator json, Validation.Invalid invalid, Feedback feedback)
      throws IOException {
    json.writeNumberField("valid_prefix", invalid.validPrefix());
    json.writeStringField("message", feedback.write(invalid));
    json.writeArrayFieldStart("failures");
    for (Failure failure : invalid.failures()) {
      failure(json, failure);
      if (feedback == Feedback.FIRST) {
        break;
      }
    }
    json.writeEndArray();
    goal(json, invalid.goal());
  }

  private static void failure(JsonGenerator json, Failure failure) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", failure.number());
    json.writeStringField("action", failure.step().toString());
    if (failure.step().place().isText()) {
      json.writeNumberField("line", failure.step().place().span().line());
      json.writeNumberField("column", failure.step().place().span().column());
    }
    switch (failure.reason()) {
      case Validation.UnknownAction it -> {
        json.writeStringField("reason", "unknown action");
        meant(json, it.meant());
      }
      case Validation.WrongArity it -> {
        json.writeStringField("reason", "wrong arity");
        json.writeNumberField("parameters", it.action().parameters().size());
      }
      case Validation.UnknownObject it -> {
        json.writeStringField("reason", "unknown object");
        json.writeStringField("object", it.name());
        meant(json, it.meant());
      }
      case Validation.WrongType it -> {
        json.writeStringField("reason", "wrong type");
        json.writeStringField("object", it.object());
        json.writeStringField("type", it.type().toString());
        json.writeStringField("expected", it.parameter().type().toString());
      }
      case Validation.Unmet it -> {
        json.writeStringField("reason", "precondition");
        json.writeArrayFieldStart("false");
        for (FalseCondition condition : it.conditions()) {
          condition(json, condition);
        }
        json.writeEndArray();
      }
      case Validation.NoNumber it -> {
        json.writeStringField("reason", "number");
        json.writeStringField("why", it.why());
      }
    }
    json.writeEndObject();
  }

  private static void meant(JsonGenerator json, Optional<String> meant) throws IOException {
    if (meant.isPresent()) {
      json.writeStringField("meant", meant.get());
    }
  }

  private static void condition(JsonGenerator json, FalseCondition condition) throws IOException {
    json.writeStartObject();
    json.writeStringField("condition", condition.text());
    if (condition.history().isPresent()) {
      Validation.History history = condition.history().get();
      json.writeNumberField("since", history.number());
      if (history.by().isPresent()) {
        json.writeStringField("by", history.by().get().toString());
      }
      json.writeBooleanField("fixed", history.fixed());
    }
    if (!condition.within().isEmpty()) {
      json.writeArrayFieldStart("within");
      for (FalseCondition inner : condition.within()) {
        condition(json, inner);
      }
      json.writeEndArray();
    }
    if (!condition.repairs().isEmpty()) {
      json.writeArrayFieldStart("made_true_by");
      for (Plan.Step step : condition.repairs()) {
        json.writeString(step.toString());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void goal(JsonGenerator json, List<GoalPart> parts) throws IOException {
    json.writeArrayFieldStart("goal");
    for (GoalPart part : parts) {
      json.writeStartObject();
      json.writeStringField("condition", part.text());
      json.writeBooleanField("holds", part.holds());
      if (part.lastTrue().isPresent()) {
        json.writeNumberField("last_true", part.lastTrue().getAsInt());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void diagnostics(JsonGenerator json, List<Diagnostic> diagnostics)
      throws IOException {
    if (diagnostics.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      DiagnosticPrinter.writeJson(json, diagnostic);
    }
    json.writeEndArray();
  }

  private static void trace(JsonGenerator json, Trace trace) throws IOException {
    json.writeObjectFieldStart("trace");
    strings(json, "fixed", trace.fixed());
    strings(json, "initial", trace.initial());
    json.writeArrayFieldStart("steps");
    for (Trace.Step step : trace.steps()) {
      json.writeStartObject();
      json.writeNumberField("step", step.number());
      json.writeStringField("action", step.action().toString());
      strings(json, "state_before", step.before());
      json.writeArrayFieldStart("preconditions");
      for (Trace.Precondition precondition : step.preconditions()) {
        json.writeStartObject();
        json.writeStringField("condition", precondition.text());
        json.writeBooleanField("holds", precondition.holds());
        if (precondition.since().isPresent()) {
          json.writeNumberField("since", precondition.since().get());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      strings(json, "additions", step.additions());
      strings(json, "deletions", step.deletions());
      strings(json, "state_after", step.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("goal_reached", trace.isValid());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
