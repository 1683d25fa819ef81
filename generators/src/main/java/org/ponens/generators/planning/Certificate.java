package org.ponens.generators.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.grammar.pddl.Plan;

/**
 * Where an answer comes from. Answers are checked without it: plans by the validator, lengths and
 * unreachability by another search.
 *
 * @param plan a shortest plan that the answer is, is about, or begins; empty where there is none
 * @param expansions how many states the search for it expanded
 */
record Certificate(List<String> plan, long expansions) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Certificate {
    plan = List.copyOf(plan);
  }

  static Certificate of(List<Plan.Step> plan, long expansions) {
    return new Certificate(plan.stream().map(Plan.Step::toString).toList(), expansions);
  }

  String toJson() {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode steps = json.putArray("plan");
    plan.forEach(steps::add);
    json.put("expansions", expansions);
    return json.toString();
  }

  static Certificate read(String text) throws InvalidTaskException {
    try {
      JsonNode json = JSON.readTree(text);
      List<String> plan = new ArrayList<>();
      json.path("plan").forEach(step -> plan.add(step.asText()));
      return new Certificate(plan, json.path("expansions").asLong());
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("the certificate is no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
