package org.ponens.generators.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

/**
 * Finds a response and its task in the shapes that trainers and servers give them: plain lines with
 * {@code id} and {@code response}; verl's dumps of rollouts ({@code output}, {@code gts});
 * OpenRLHF's requests ({@code query}, {@code prompts}, {@code labels}, each a text or a list of
 * one); NeMo Gym's ({@code response} an object of the OpenAI Responses API); verifiers' and TRL's
 * ({@code completion}, a text or messages); chats; objects of the chat completions API.
 */
final class ResponseReader {

  private static final List<String> IDS = List.of("id", "task_id", "custom_id");

  /** Where the layouts keep the task, and what becomes of these fields in a rollout. */
  private static final List<String> TASKS =
      List.of(
          "/reward_model/ground_truth",
          "/ground_truth",
          "/gts",
          "/label",
          "/labels",
          "/labels/0",
          "/metadata/task",
          "/info",
          "/task");

  private ResponseReader() {}

  static Response read(JsonNode row) throws InvalidTaskException {
    if (!row.isObject()) {
      throw new InvalidTaskException("a response is a JSON object");
    }
    String text =
        text(row)
            .orElseThrow(
                () ->
                    new InvalidTaskException(
                        "no response: expected a field 'response', 'completion', 'output', 'query'"
                            + " or 'messages'"));
    Optional<Task> task = task(row);
    Optional<String> id = id(row).or(() -> task.map(Task::id));
    return new Response(
        id.orElseThrow(
            () -> new InvalidTaskException("no 'id' says which task this is a response to")),
        task,
        text);
  }

  private static Optional<String> id(JsonNode row) {
    return IDS.stream()
        .map(row::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private static Optional<Task> task(JsonNode row) throws InvalidTaskException {
    if (row.has("spec") && row.has("family")) {
      return Optional.of(TaskJson.read(row));
    }
    for (String pointer : TASKS) {
      JsonNode whole = row.at(pointer);
      if (whole.isTextual() && whole.textValue().startsWith("{")) {
        return Optional.of(TaskJson.read(whole.textValue(), ""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode row) {
    JsonNode response = row.path("response");
    if (response.isObject()) {
      return api(response);
    }
    if (response.isTextual()) {
      return Optional.of(response.textValue());
    }
    for (String field : List.of("completion", "output", "solution_str")) {
      JsonNode said = row.path(field);
      if (said.isTextual() || said.isArray()) {
        return said(said);
      }
    }
    if (row.has("query")) {
      String query = only(row.path("query"));
      String prompt = only(row.path("prompts"));
      return Optional.of(query.startsWith(prompt) ? query.substring(prompt.length()) : query);
    }
    return row.has("messages") ? said(row.path("messages")) : api(row);
  }

  /** A text, or the first of a list of texts. */
  private static String only(JsonNode node) {
    return (node.isArray() ? node.path(0) : node).asText("");
  }

  /** A text, or what the assistant said last. */
  private static Optional<String> said(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    for (int i = node.size() - 1; i >= 0; i--) {
      JsonNode message = node.get(i);
      if (message.path("role").asText().equals("assistant")) {
        return Optional.of(content(message.path("content")));
      }
    }
    return Optional.empty();
  }

  /** What the model said, in an object of the responses or the chat completions API. */
  private static Optional<String> api(JsonNode object) {
    JsonNode body = object.has("body") ? object.path("body") : object;
    JsonNode choice = body.at("/choices/0/message/content");
    if (!choice.isMissingNode()) {
      return Optional.of(content(choice));
    }
    if (!body.path("output").isArray()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode item : body.path("output")) {
      if (item.path("type").asText().equals("message")) {
        text.append(content(item.path("content")));
      }
    }
    return Optional.of(text.toString());
  }

  /** The content of a message: a text, or parts with texts. */
  static String content(JsonNode content) {
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
