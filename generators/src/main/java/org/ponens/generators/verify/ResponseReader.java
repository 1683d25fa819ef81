package org.ponens.generators.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

/**
 * Reads the records in which responses come: our own {@code {"id","response"}} and what trainers
 * and inference servers write.
 *
 * <ul>
 *   <li>verl's rollout dumps: {@code output}, with the task in {@code gts}
 *   <li>TRL and verifiers: {@code completion}, a text or messages
 *   <li>OpenRLHF: {@code query}, which is the prompt and the response, with the task in {@code
 *       label}
 *   <li>NeMo Gym: {@code response}, an object of the Responses API, in the row of its data set
 *   <li>the Batch API: {@code custom_id}, and {@code response} with a body of choices
 *   <li>plain chats: {@code messages}, of which the assistant's last counts
 * </ul>
 *
 * <p>The id is {@code custom_id}, {@code id}, {@code task_id}, or {@code id} within {@code
 * extra_info}, {@code info}, {@code metadata} or {@code verifier_metadata}; or that of the task in
 * the record. A task is looked for only where trainers keep what the data set said, never in what a
 * model wrote. Stateless and thread-safe.
 */
public final class ResponseReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(LineReader.LONGEST_LINE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> IDS = List.of("custom_id", "id", "task_id");

  private static final List<String> FOLDERS =
      List.of("extra_info", "info", "metadata", "verifier_metadata");

  private static final List<String> RESPONSES =
      List.of("response", "completion", "output", "solution_str", "messages");

  private static final List<String> TASKS =
      List.of(
          "task",
          "gts",
          "label",
          "labels",
          "ground_truth",
          "answer",
          "reward_model",
          "info",
          "extra_info",
          "metadata",
          "verifier_metadata");

  private static final List<String> INNER_TASKS = List.of("task", "ground_truth");

  private static final List<String> PROMPTS =
      List.of("/prompt", "/prompts", "/input", "/responses_create_params/input", "/messages");

  private ResponseReader() {}

  /** Reads a line of a response file; total. */
  public static Response read(LineReader.Line line) {
    String place = "#" + line.number();
    if (line.text().isEmpty()) {
      return malformed(place, line, "longer than " + LineReader.LONGEST_LINE + " bytes");
    }
    JsonNode row;
    try {
      row = JSON.readTree(line.text().get());
    } catch (JsonProcessingException e) {
      return malformed(place, line, "no JSON: " + e.getOriginalMessage());
    }
    if (!row.isObject()) {
      return malformed(place, line, "no JSON object");
    }
    Optional<Task> task = task(row);
    String id = id(row).or(() -> task.map(Task::id)).orElse("");
    if (id.isEmpty()) {
      return malformed(place, line, "no id of a task, and no task");
    }
    Optional<String> text = text(row);
    if (text.isPresent()) {
      return new Response.Given(id, text.get(), false, task);
    }
    JsonNode query = only(row.path("query"));
    if (query.isTextual()) {
      return new Response.Given(id, query.textValue(), true, task);
    }
    return malformed(
        id,
        line,
        "no response: expected a text or an assistant's message in "
            + String.join(", ", RESPONSES)
            + " or query");
  }

  private static Response malformed(String id, LineReader.Line line, String reason) {
    return new Response.Malformed(id, "line " + line.number() + ": " + reason);
  }

  private static Optional<String> id(JsonNode row) {
    for (String name : IDS) {
      if (row.path(name).isTextual() || row.path(name).isIntegralNumber()) {
        return Optional.of(row.get(name).asText());
      }
    }
    for (String folder : FOLDERS) {
      JsonNode id = unfolded(row.path(folder)).path("id");
      if (id.isTextual()) {
        return Optional.of(id.textValue());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode row) {
    for (String name : RESPONSES) {
      if (row.has(name)) {
        Optional<String> text = said(row.get(name));
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return row.has("choices") ? choice(row) : Optional.empty();
  }

  /** What a model says in a text, a list of messages, or a server's response. */
  private static Optional<String> said(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    if (node.isArray()) {
      for (int i = node.size() - 1; i >= 0; i--) {
        if (node.get(i).path("role").asText().equals("assistant")) {
          return content(node.get(i).path("content"));
        }
      }
      return Optional.empty();
    }
    if (node.has("body")) {
      return choice(node.get("body"));
    }
    return node.has("choices") ? choice(node) : output(node.path("output"));
  }

  private static Optional<String> choice(JsonNode body) {
    if (body.has("output")) {
      return output(body.get("output"));
    }
    JsonNode first = body.path("choices").path(0);
    return first.has("text")
        ? content(first.get("text"))
        : content(first.path("message").path("content"));
  }

  /** The last message of a Responses object; reasoning and calls of tools are other items. */
  private static Optional<String> output(JsonNode items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.path(i).path("type").asText().equals("message")) {
        return content(items.get(i).path("content"));
      }
    }
    return Optional.empty();
  }

  /** A message's content: a text, or parts of which some are texts. */
  private static Optional<String> content(JsonNode content) {
    if (content.isTextual()) {
      return Optional.of(content.textValue());
    }
    if (!content.isArray()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      if (part.path("text").isTextual()) {
        text.append(part.get("text").textValue());
      }
    }
    return Optional.of(text.toString());
  }

  private static Optional<Task> task(JsonNode row) {
    Optional<Task> task = taskIn(row, row);
    for (int i = 0; task.isEmpty() && i < TASKS.size(); i++) {
      JsonNode node = unfolded(row.path(TASKS.get(i)));
      task = taskIn(node, row);
      for (String inner : INNER_TASKS) {
        task = task.isPresent() ? task : taskIn(unfolded(node.path(inner)), row);
      }
    }
    return task;
  }

  private static Optional<Task> taskIn(JsonNode node, JsonNode row) {
    if (!(node instanceof ObjectNode object) || !node.has("family") || !node.has("spec")) {
      return Optional.empty();
    }
    if (!object.has("prompt")) {
      object.put("prompt", prompt(row));
    }
    try {
      return Optional.of(TaskJson.read(object));
    } catch (InvalidTaskException e) {
      return Optional.empty();
    }
  }

  /** The prompt beside a task that has none; empty where a row has none either. */
  private static String prompt(JsonNode row) {
    for (String place : PROMPTS) {
      JsonNode prompt = row.at(place);
      for (int i = 0; prompt.isArray() && i < prompt.size(); i++) {
        JsonNode message = prompt.get(i);
        if (message.isTextual() || message.path("role").asText().equals("user")) {
          return message.isTextual()
              ? message.textValue()
              : content(message.path("content")).orElse("");
        }
      }
      if (prompt.isTextual()) {
        return prompt.textValue();
      }
    }
    return "";
  }

  /**
   * An object that may be written as a string, as columns of one type ask for, or alone in a list.
   */
  private static JsonNode unfolded(JsonNode node) {
    JsonNode one = only(node);
    if (one.isTextual() && one.textValue().startsWith("{")) {
      try {
        return JSON.readTree(one.textValue());
      } catch (JsonProcessingException e) {
        return one;
      }
    }
    return one;
  }

  /** The one in a list of one. */
  private static JsonNode only(JsonNode node) {
    return node.isArray() && node.size() == 1 ? node.get(0) : node;
  }
}
