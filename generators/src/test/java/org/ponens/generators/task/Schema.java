package org.ponens.generators.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks JSON against the part of JSON Schema that our schema uses; any other keyword is an error,
 * so that nothing is believed to be checked that isn't.
 */
final class Schema {

  private Schema() {}

  /** What is wrong with a value, a line for each; empty if it is valid. */
  static List<String> errors(JsonNode schema, JsonNode value) {
    List<String> errors = new ArrayList<>();
    check(schema, value, "$", errors);
    return errors;
  }

  private static void check(JsonNode schema, JsonNode value, String at, List<String> errors) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode rule = keyword.getValue();
      boolean valid =
          switch (keyword.getKey()) {
            case "$schema", "$id", "title", "description" -> rule.isTextual();
            case "type" ->
                switch (rule.asText()) {
                  case "object" -> value.isObject();
                  case "string" -> value.isTextual();
                  case "integer" -> value.isIntegralNumber();
                  case "number" -> value.isNumber();
                  default -> throw new AssertionError("unknown type " + rule);
                };
            case "enum" -> contains(rule, value);
            case "pattern" -> value.asText().matches(rule.asText());
            case "minLength" -> value.asText().length() >= rule.asInt();
            case "minimum" -> value.asDouble() >= rule.asDouble();
            case "maximum" -> value.asDouble() <= rule.asDouble();
            case "required" -> {
              rule.forEach(
                  name -> {
                    if (!value.has(name.asText())) {
                      errors.add(at + ": " + name.asText() + " is missing");
                    }
                  });
              yield true;
            }
            case "properties" -> {
              for (Map.Entry<String, JsonNode> member : rule.properties()) {
                if (value.has(member.getKey())) {
                  check(
                      member.getValue(),
                      value.get(member.getKey()),
                      at + "." + member.getKey(),
                      errors);
                }
              }
              yield true;
            }
            case "additionalProperties" -> {
              for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!schema.path("properties").has(member.getKey())) {
                  if (rule.isBoolean()) {
                    errors.add(at + ": unknown member " + member.getKey());
                  } else {
                    check(rule, member.getValue(), at + "." + member.getKey(), errors);
                  }
                }
              }
              yield true;
            }
            default -> throw new AssertionError("unknown keyword " + keyword.getKey());
          };
      if (!valid) {
        errors.add(at + ": " + keyword.getKey() + " " + rule);
      }
    }
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
