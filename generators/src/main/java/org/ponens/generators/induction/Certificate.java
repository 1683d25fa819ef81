package org.ponens.generators.induction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.TaskJson;

/**
 * The hidden rule and what is known of others.
 *
 * @param rule in Prolog
 * @param shortest how long the shortest rule of the space is that goes with the examples
 * @param remaining how many rules of the space go with the examples
 * @param capped whether not all of the space was looked at
 */
record Certificate(String rule, int shortest, int remaining, boolean capped) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.put("rule", rule);
    json.put("shortest", shortest);
    json.put("remaining", remaining);
    json.put("capped", capped);
    return json.toString();
  }

  static Certificate read(String text) throws InvalidTaskException {
    JsonNode json = TaskJson.tree(text);
    return new Certificate(
        json.path("rule").asText(),
        json.path("shortest").asInt(),
        json.path("remaining").asInt(),
        json.path("capped").asBoolean());
  }

  String explain() {
    if (rule.isEmpty()) {
      return "The hidden rule is not there.";
    }
    return "The hidden rule, which labelled the examples:\n"
        + rule
        + "\nOf the rules that were compared with it"
        + (capped ? ", which were not all there are," : "")
        + (remaining == 1
            ? " no other goes with the examples shown."
            : " "
                + (remaining - 1)
                + " others go with the examples shown; the hidden examples do not tell them"
                + " apart.")
        + " The shortest that does has "
        + (shortest == 1 ? "1 literal." : shortest + " literals.");
  }
}
