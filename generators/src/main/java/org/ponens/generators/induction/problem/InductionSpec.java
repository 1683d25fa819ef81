package org.ponens.generators.induction.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.induction.example.ExampleJson;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.schema.InvalidSchemaException;
import org.ponens.generators.induction.schema.SchemaJson;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.TaskJson;

/**
 * A question as JSON: the {@code schema}, the cases {@code shown} and {@code hidden} with their
 * labels, and the {@code length} of the rule, which itself is not there.
 */
public final class InductionSpec {

  /** The most cases of a task that is read. */
  private static final int MOST_CASES = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private InductionSpec() {}

  /** A question as a JSON object. */
  public static String toJson(Asked asked) {
    ObjectNode json = JSON.createObjectNode();
    json.set("schema", SchemaJson.write(asked.schema()));
    write(asked.shown(), json.putArray("shown"));
    write(asked.hidden(), json.putArray("hidden"));
    json.put("length", asked.length());
    return json.toString();
  }

  private static void write(List<Case> cases, ArrayNode list) {
    for (Case one : cases) {
      ObjectNode node = list.addObject();
      node.put("positive", one.isPositive());
      ExampleJson.write(one.example(), node);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws InvalidTaskException if it is no question
   */
  public static Asked read(String text) throws InvalidTaskException {
    JsonNode json = TaskJson.tree(text);
    try {
      Slots slots = Slots.of(SchemaJson.read(json.path("schema")));
      return new Asked(
          slots.schema(),
          cases(json.path("shown"), slots),
          cases(json.path("hidden"), slots),
          json.path("length").asInt());
    } catch (InvalidSchemaException | IllegalArgumentException e) {
      throw new InvalidTaskException("the spec can't be: " + e.getMessage(), e);
    }
  }

  private static List<Case> cases(JsonNode list, Slots slots) throws InvalidTaskException {
    if (list.size() > MOST_CASES) {
      throw new InvalidTaskException("there are more than " + MOST_CASES + " cases");
    }
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : list) {
      if (!node.path("positive").isBoolean()) {
        throw new InvalidTaskException("a case has no label");
      }
      cases.add(new Case(ExampleJson.read(node, slots), node.path("positive").booleanValue()));
    }
    return cases;
  }
}
