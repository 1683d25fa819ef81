package org.ponens.generators.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tasks as JSON lines, in the shape that {@code task.schema.json} beside this class publishes.
 * Stateless and thread-safe.
 */
public final class TaskJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(64 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TaskJson() {}

  /** The JSON schema (draft 2020-12) of a task. */
  public static String schema() {
    try (InputStream schema = TaskJson.class.getResourceAsStream("task.schema.json")) {
      if (schema == null) {
        throw new AssertionError("task.schema.json is packaged beside this class");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a resource", e);
    }
  }

  /** A task as one line, without the line's end. */
  public static String write(Task task) {
    return write(task, true);
  }

  /** The same line without the prompt, for rows that have the prompt beside it. */
  public static String writeWithoutPrompt(Task task) {
    return write(task, false);
  }

  private static String write(Task task, boolean withPrompt) {
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      write(task, withPrompt, json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return text.toString();
  }

  private static void write(Task task, boolean withPrompt, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", task.id());
    json.writeStringField("family", task.family());
    json.writeNumberField("version", task.version());
    json.writeStringField("problem", task.problem());
    json.writeStringField("split", task.split().label());
    json.writeNumberField("index", task.index());
    json.writeStringField("seed", task.seed());
    if (withPrompt) {
      json.writeStringField("prompt", task.prompt());
    }
    json.writeStringField("answer_format", task.answerFormat().label());
    json.writeFieldName("spec");
    json.writeRawValue(task.spec());
    if (task.reference().isPresent()) {
      json.writeStringField("reference", task.reference().get());
    }
    if (task.certificate().isPresent()) {
      json.writeFieldName("certificate");
      json.writeRawValue(task.certificate().get());
    }
    write(task.difficulty(), json);
    json.writeObjectFieldStart("guess_floor");
    json.writeNumberField("constant", task.guessFloor().constant());
    json.writeNumberField("majority", task.guessFloor().majority());
    json.writeNumberField("random", task.guessFloor().random());
    json.writeEndObject();
    json.writeStringField("isomorphism", task.isomorphism());
    json.writeEndObject();
  }

  private static void write(Difficulty difficulty, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("difficulty");
    if (difficulty.level().isPresent()) {
      json.writeNumberField("level", difficulty.level().getAsInt());
    }
    json.writeNumberField("hardness", difficulty.hardness());
    json.writeObjectFieldStart("knobs");
    for (Map.Entry<String, String> knob : difficulty.knobs().entrySet()) {
      json.writeStringField(knob.getKey(), knob.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("measured");
    for (Map.Entry<String, Double> measure : difficulty.measured().entrySet()) {
      double value = measure.getValue();
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        json.writeNumberField(measure.getKey(), (long) value);
      } else {
        json.writeNumberField(measure.getKey(), value);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Reads a line that {@link #write} wrote; members that it doesn't know are ignored.
   *
   * @throws InvalidTaskException if it is no task; the message says what is missing or wrong
   */
  public static Task read(String line) throws InvalidTaskException {
    return read(tree(line));
  }

  /**
   * Reads a line that {@link #writeWithoutPrompt} wrote.
   *
   * @param prompt the task's prompt, which stood beside it
   * @throws InvalidTaskException if it is no task; the message says what is missing or wrong
   */
  public static Task read(String line, String prompt) throws InvalidTaskException {
    JsonNode json = tree(line);
    if (json instanceof ObjectNode object) {
      object.put("prompt", prompt);
    }
    return read(json);
  }

  /**
   * Reads JSON within bounds of depth and size: nothing may follow the value.
   *
   * @throws InvalidTaskException if it is none
   */
  public static JsonNode tree(String json) throws InvalidTaskException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a task from a JSON object.
   *
   * @throws InvalidTaskException if it is no task; the message says what is missing or wrong
   */
  public static Task read(JsonNode json) throws InvalidTaskException {
    if (!json.isObject()) {
      throw new InvalidTaskException("a task is a JSON object");
    }
    JsonNode floor = object(json, "guess_floor");
    try {
      return new Task(
          text(json, "id"),
          text(json, "family"),
          small(json, "version"),
          text(json, "problem"),
          named(Split.class, json, "split"),
          whole(json, "index"),
          text(json, "seed"),
          text(json, "prompt"),
          named(AnswerFormat.class, json, "answer_format"),
          object(json, "spec").toString(),
          json.has("reference") ? Optional.of(text(json, "reference")) : Optional.empty(),
          json.has("certificate")
              ? Optional.of(object(json, "certificate").toString())
              : Optional.empty(),
          difficulty(object(json, "difficulty")),
          new GuessFloor(real(floor, "constant"), real(floor, "majority"), real(floor, "random")),
          text(json, "isomorphism"));
    } catch (IllegalArgumentException e) {
      throw new InvalidTaskException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Difficulty difficulty(JsonNode json) throws InvalidTaskException {
    SortedMap<String, String> knobs = new TreeMap<>();
    JsonNode knobNodes = object(json, "knobs");
    for (String name : names(knobNodes)) {
      knobs.put(name, text(knobNodes, name));
    }
    SortedMap<String, Double> measured = new TreeMap<>();
    JsonNode measures = object(json, "measured");
    for (String name : names(measures)) {
      measured.put(name, real(measures, name));
    }
    OptionalInt level =
        json.has("level") ? OptionalInt.of(small(json, "level")) : OptionalInt.empty();
    return new Difficulty(level, knobs, measured, real(json, "hardness"));
  }

  private static Iterable<String> names(JsonNode json) {
    return json::fieldNames;
  }

  private static JsonNode member(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = json.get(name);
    if (member == null) {
      throw new InvalidTaskException("the member '" + name + "' is missing");
    }
    return member;
  }

  private static String text(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = member(json, name);
    if (!member.isTextual()) {
      throw new InvalidTaskException("'" + name + "' is no string");
    }
    return member.textValue();
  }

  private static long whole(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = member(json, name);
    if (!member.isIntegralNumber() || !member.canConvertToLong()) {
      throw new InvalidTaskException("'" + name + "' is no whole number");
    }
    return member.longValue();
  }

  private static int small(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = member(json, name);
    if (!member.isIntegralNumber() || !member.canConvertToInt()) {
      throw new InvalidTaskException("'" + name + "' is no whole number below 2^31");
    }
    return member.intValue();
  }

  private static double real(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = member(json, name);
    if (!member.isNumber()) {
      throw new InvalidTaskException("'" + name + "' is no number");
    }
    return member.doubleValue();
  }

  private static JsonNode object(JsonNode json, String name) throws InvalidTaskException {
    JsonNode member = member(json, name);
    if (!member.isObject()) {
      throw new InvalidTaskException("'" + name + "' is no object");
    }
    return member;
  }

  private static <E extends Enum<E>> E named(Class<E> type, JsonNode json, String name)
      throws InvalidTaskException {
    String label = text(json, name);
    try {
      return Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidTaskException("'" + name + "' can't be '" + label + "'", e);
    }
  }
}
