package org.ponens.generators.layout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.generators.induction.slr.SlrBench;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

/**
 * The shape of a line that holds a task, as a trainer reads it. Each line holds the task whole: the
 * shapes of trainers have it as a string of JSON, without the prompt, in the field that reaches the
 * reward function. All lines of a layout have the same fields of the same types, so that Arrow and
 * Parquet take them: a text that is absent is empty, an absent level is 0.
 *
 * <p>The field names are those of the trainers' own examples: verl {@code
 * examples/data_preprocess/gsm8k.py}, TRL {@code docs/source/grpo_trainer.md}, OpenRLHF's {@code
 * input} and {@code label} keys, NeMo Gym {@code resources_servers/reasoning_gym}, verifiers {@code
 * RolloutInput}.
 */
public enum Layout {
  /** Our own: {@link TaskJson}. */
  PONENS,
  /** verl: {@code reward_model.ground_truth} holds the task. */
  VERL,
  /** TRL's GRPO: the column {@code ground_truth} holds the task. */
  TRL,
  /** OpenRLHF: {@code label} holds the task. */
  OPENRLHF,
  /** NeMo Gym: {@code metadata.task} holds the task. */
  NEMO_GYM,
  /** PrimeIntellect's verifiers: {@code info} holds the task. */
  VERIFIERS,
  /**
   * Chat messages: {@code task} holds the task; where the task has its reference, the assistant's
   * turn gives it.
   */
  CHAT;

  private static final JsonFactory JSON = new JsonFactory();

  /** The name that users write: {@code nemo-gym}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of all. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Layout::label).toList();
  }

  /** The layout with this name. */
  public static Optional<Layout> ofLabel(String label) {
    return Arrays.stream(values())
        .filter(layout -> layout.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** A task as one line, without the line's end. */
  public String write(Task task) {
    if (this == PONENS) {
      return TaskJson.write(task);
    }
    StringWriter line = new StringWriter(8192);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", task.id());
      writeFields(task, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return line.toString();
  }

  private void writeFields(Task task, JsonGenerator json) throws IOException {
    String whole = TaskJson.writeWithoutPrompt(task);
    String answer = task.reference().orElse("");
    switch (this) {
      case PONENS -> throw new AssertionError("written by TaskJson");
      case VERL -> {
        json.writeStringField("data_source", source(task));
        messages("prompt", task, false, json);
        json.writeStringField("ability", "logic");
        json.writeObjectFieldStart("reward_model");
        json.writeStringField("style", "rule");
        json.writeStringField("ground_truth", whole);
        json.writeEndObject();
        json.writeObjectFieldStart("extra_info");
        json.writeStringField("split", task.split().label());
        json.writeNumberField("index", task.index());
        json.writeStringField("answer", answer);
        about(task, json);
        json.writeEndObject();
      }
      case TRL -> {
        messages("prompt", task, false, json);
        json.writeStringField("ground_truth", whole);
        json.writeStringField("task", source(task));
        about(task, json);
      }
      case OPENRLHF -> {
        json.writeStringField("input", task.prompt());
        json.writeStringField("label", whole);
        json.writeStringField("datasource", source(task));
      }
      case NEMO_GYM -> {
        json.writeObjectFieldStart("responses_create_params");
        messages("input", task, false, json);
        json.writeEndObject();
        json.writeStringField("question", task.prompt());
        json.writeStringField("answer", answer);
        json.writeObjectFieldStart("metadata");
        json.writeStringField("source_dataset", source(task));
        about(task, json);
        json.writeStringField("task", whole);
        json.writeEndObject();
      }
      case VERIFIERS -> {
        messages("prompt", task, false, json);
        json.writeStringField("answer", answer);
        json.writeStringField("info", whole);
        json.writeStringField("task", source(task));
        json.writeNumberField("example_id", task.index());
      }
      case CHAT -> {
        messages("messages", task, true, json);
        json.writeStringField("task", whole);
      }
    }
  }

  private static String source(Task task) {
    return "ponens/" + task.family();
  }

  private static void about(Task task, JsonGenerator json) throws IOException {
    json.writeStringField("problem", task.problem());
    json.writeNumberField("level", task.difficulty().level().orElse(0));
    json.writeNumberField("hardness", task.difficulty().hardness());
  }

  private static void messages(String field, Task task, boolean answered, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    message("user", task.prompt(), json);
    if (answered && task.reference().isPresent()) {
      message("assistant", task.answerFormat().mark(task.reference().get()), json);
    }
    json.writeEndArray();
  }

  private static void message(String role, String content, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("content", content);
    json.writeEndObject();
  }

  /**
   * The layout of a line, by its fields.
   *
   * @throws InvalidTaskException if it is of none
   */
  static Layout of(JsonNode row) throws InvalidTaskException {
    if (row.has("spec") && row.has("family")) {
      return PONENS;
    } else if (row.has("reward_model")) {
      return VERL;
    } else if (row.has("responses_create_params")) {
      return NEMO_GYM;
    } else if (row.has("info")) {
      return VERIFIERS;
    } else if (row.has("messages")) {
      return CHAT;
    } else if (row.has("label")) {
      return OPENRLHF;
    } else if (row.has("ground_truth")) {
      return TRL;
    }
    throw new InvalidTaskException(
        "a line of no known layout; there are " + String.join(", ", labels()));
  }

  /**
   * Reads a line that {@link #write} wrote, in whichever layout, or a row of SLR-Bench. Fields that
   * others added are ignored.
   *
   * @throws InvalidTaskException if it holds no task; the message says what is missing or wrong
   */
  public static Task readTask(String line) throws InvalidTaskException {
    JsonNode row = TaskJson.tree(line);
    if (!row.isObject()) {
      throw new InvalidTaskException("a task is a JSON object");
    }
    return SlrBench.isRow(row) ? SlrBench.task(row) : of(row).readTask(row);
  }

  /** Reads a task from a row of this layout. */
  Task readTask(JsonNode row) throws InvalidTaskException {
    return switch (this) {
      case PONENS -> TaskJson.read(row);
      case VERL -> embedded(row, "/reward_model/ground_truth", userTurn(row.path("prompt")));
      case TRL -> embedded(row, "/ground_truth", userTurn(row.path("prompt")));
      case OPENRLHF -> embedded(row, "/label", userTurn(row.path("input")));
      case NEMO_GYM ->
          embedded(row, "/metadata/task", userTurn(row.at("/responses_create_params/input")));
      case VERIFIERS -> embedded(row, "/info", userTurn(row.path("prompt")));
      case CHAT -> embedded(row, "/task", userTurn(row.path("messages")));
    };
  }

  private static Task embedded(JsonNode row, String pointer, String prompt)
      throws InvalidTaskException {
    JsonNode whole = row.at(pointer);
    if (!whole.isTextual()) {
      throw new InvalidTaskException(
          "the field '" + pointer.substring(1).replace('/', '.') + "' with the task is missing");
    }
    return TaskJson.read(whole.textValue(), prompt);
  }

  /** What the user says first, or the text itself; empty where there is none. */
  private static String userTurn(JsonNode prompt) {
    if (prompt.isTextual()) {
      return prompt.textValue();
    }
    for (JsonNode message : prompt) {
      if (message.path("role").asText().equals("user")) {
        return content(message.path("content"));
      }
    }
    return "";
  }

  private static String content(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(part.path("text").asText(""));
    }
    return text.toString();
  }
}
