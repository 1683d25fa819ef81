package org.ponens.generators.planning.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.SyntaxException;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;

/**
 * A question as JSON: {@code domain} and {@code problem} in PDDL, {@code steps} in PDDL's notation
 * for plans, {@code goals} as lists of facts, and the {@code optimum}.
 */
public final class PlanningSpec {

  /** The most objects of a problem that is read. */
  private static final int MOST_OBJECTS = 200;

  private static final ObjectMapper JSON =
      JsonMapper.builder(JsonFactory.builder().build()).build();

  private PlanningSpec() {}

  /** A question as a JSON object. */
  public static String toJson(Asked asked) {
    ObjectNode json = JSON.createObjectNode();
    json.put("domain", asked.domain().print());
    json.put("problem", asked.problem().print());
    if (asked.kind().showsSteps()) {
      ArrayNode steps = json.putArray("steps");
      asked.steps().forEach(step -> steps.add(step.toString()));
    }
    if (!asked.candidates().isEmpty()) {
      ArrayNode goals = json.putArray("goals");
      for (List<Fact> goal : asked.candidates()) {
        ArrayNode facts = goals.addArray();
        goal.forEach(fact -> facts.add(fact.toString()));
      }
    }
    asked.optimum().ifPresent(optimum -> json.put("optimum", optimum));
    return json.toString();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws InvalidTaskException if it is no question of this kind
   */
  public static Asked read(Kind kind, String text) throws InvalidTaskException {
    try {
      JsonNode json = JSON.readTree(text);
      Domain domain =
          Pddl.parseDomain(Source.of("domain", json.path("domain").asText())).orElseThrow();
      Problem problem =
          Pddl.parseProblem(Source.of("problem", json.path("problem").asText()), domain)
              .orElseThrow();
      if (problem.objects().size() > MOST_OBJECTS) {
        throw new InvalidTaskException("the problem has more than " + MOST_OBJECTS + " objects");
      }
      List<Fact> initial = new ArrayList<>();
      for (Problem.Initial one : problem.initial()) {
        if (one instanceof Problem.Initial.True it) {
          initial.add(Fact.of(it.atom()));
        }
      }
      List<List<Fact>> goals = new ArrayList<>();
      for (JsonNode goal : json.path("goals")) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode fact : goal) {
          Plan.Step read = step(fact.asText());
          facts.add(new Fact(read.action(), read.arguments()));
        }
        goals.add(facts);
      }
      List<Plan.Step> steps = new ArrayList<>();
      for (JsonNode step : json.path("steps")) {
        steps.add(step(step.asText()));
      }
      boolean isOptimal = kind == Kind.OPTIMAL;
      if (isOptimal != json.path("optimum").isInt()
          || (kind == Kind.RECOGNISE) == goals.isEmpty()) {
        throw new InvalidTaskException("the spec is none of a question of kind " + kind.label());
      }
      return new Asked(
          kind,
          domain,
          new Scene(problem.objects(), initial),
          facts(problem.goal()),
          steps,
          goals,
          isOptimal ? OptionalInt.of(json.path("optimum").intValue()) : OptionalInt.empty());
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("the spec is no JSON: " + e.getOriginalMessage(), e);
    } catch (SyntaxException | IllegalArgumentException e) {
      throw new InvalidTaskException("the spec can't be: " + e.getMessage(), e);
    }
  }

  /** A list in parentheses, which facts and steps are alike. */
  private static Plan.Step step(String text) throws InvalidTaskException {
    List<Plan.Step> steps = Pddl.parsePlan(Source.of("step", text)).orElseThrow().steps();
    if (steps.size() != 1) {
      throw new InvalidTaskException("the spec has '" + text + "' for one fact or action");
    }
    return steps.getFirst();
  }

  private static List<Fact> facts(Condition goal) throws InvalidTaskException {
    List<Fact> facts = new ArrayList<>();
    List<Condition> parts = goal instanceof Condition.And and ? and.operands() : List.of(goal);
    for (Condition part : parts) {
      if (!(part instanceof Condition.Atom atom)) {
        throw new InvalidTaskException("the goal has another part than a fact");
      }
      facts.add(Fact.of(atom));
    }
    return facts;
  }
}
