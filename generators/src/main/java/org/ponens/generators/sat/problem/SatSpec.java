package org.ponens.generators.sat.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.cnf.Xor;

/**
 * What verifying an answer needs: the question as data. In JSON a formula is an object with the
 * number of {@code variables} and the {@code constraints}, of which a clause is a list of literals,
 * an exclusive or {@code {"xor": [...]}}, a cardinality constraint {@code {"at_most": 1, "of":
 * [...]}} (or {@code at_least}, {@code exactly}).
 *
 * @param asked the question
 * @param optimum the least number of violated constraints, for {@link Problem#MAXSAT}
 * @param vocabulary the names that answers may use
 */
public record SatSpec(Asked asked, OptionalInt optimum, Vocabulary vocabulary) {

  private static final ObjectMapper JSON =
      JsonMapper.builder(JsonFactory.builder().build()).build();

  /** The most variables and the most constraints of a formula that is read. */
  public static final int MOST = 1_000_000;

  public SatSpec {
    if (optimum.isPresent() != (asked.problem() == Problem.MAXSAT)) {
      throw new IllegalArgumentException("an optimum is for MaxSAT: " + asked.problem());
    }
  }

  /** This specification as a JSON object. */
  public String toJson() {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      json.writeStartObject();
      write(json, "formula", asked.cnf());
      if (asked.second().isPresent()) {
        write(json, "second", asked.second().get());
      }
      if (asked.modulus().isPresent()) {
        json.writeNumberField("modulus", asked.modulus().getAsInt());
      }
      if (optimum.isPresent()) {
        json.writeNumberField("optimum", optimum.getAsInt());
      }
      if (!vocabulary.equals(Vocabulary.none())) {
        json.writeObjectFieldStart("names");
        write(json, "variables", vocabulary.variables());
        json.writeStringField("true", vocabulary.trueWord());
        json.writeStringField("false", vocabulary.falseWord());
        write(json, "constraints", vocabulary.constraints());
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, Cnf cnf) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("variables", cnf.variables());
    json.writeArrayFieldStart("constraints");
    for (Constraint constraint : cnf.constraints()) {
      switch (constraint) {
        case Clause clause -> literals(json, clause);
        case Xor xor -> {
          json.writeStartObject();
          json.writeFieldName("xor");
          literals(json, xor);
          json.writeEndObject();
        }
        case Cardinality cardinality -> {
          json.writeStartObject();
          json.writeNumberField(member(cardinality.relation()), cardinality.bound());
          json.writeFieldName("of");
          literals(json, cardinality);
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String member(Cardinality.Relation relation) {
    return switch (relation) {
      case AT_MOST -> "at_most";
      case AT_LEAST -> "at_least";
      case EXACTLY -> "exactly";
    };
  }

  private static void literals(JsonGenerator json, Constraint constraint) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < constraint.size(); i++) {
      json.writeNumber(constraint.literal(i));
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws InvalidTaskException if it is no question of this kind
   */
  public static SatSpec read(Problem problem, String text) throws InvalidTaskException {
    try {
      JsonNode json = JSON.readTree(text);
      return new SatSpec(
          new Asked(
              problem,
              cnf(json.path("formula")),
              json.has("second") ? Optional.of(cnf(json.path("second"))) : Optional.empty(),
              optional(json, "modulus", 2)),
          optional(json, "optimum", 0),
          vocabulary(json.path("names")));
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("the spec is no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new InvalidTaskException("the spec can't be: " + e.getMessage(), e);
    }
  }

  private static OptionalInt optional(JsonNode json, String name, int least)
      throws InvalidTaskException {
    return json.has(name)
        ? OptionalInt.of(whole(json.path(name), least, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  private static int whole(JsonNode json, int least, int most) throws InvalidTaskException {
    if (!json.isInt() || json.intValue() < least || json.intValue() > most) {
      throw new InvalidTaskException(
          "the spec has '" + json + "' for a whole number from " + least + " to " + most);
    }
    return json.intValue();
  }

  private static Cnf cnf(JsonNode json) throws InvalidTaskException {
    int variables = whole(json.path("variables"), 0, MOST);
    JsonNode list = array(json.path("constraints"), "constraints");
    List<Constraint> constraints = new ArrayList<>(list.size());
    for (JsonNode constraint : list) {
      constraints.add(constraint(constraint, variables));
    }
    return new Cnf(variables, constraints);
  }

  private static Constraint constraint(JsonNode json, int variables) throws InvalidTaskException {
    if (json.isArray()) {
      return Clause.of(literals(json, variables));
    }
    if (json.has("xor")) {
      return Xor.of(literals(json.path("xor"), variables));
    }
    for (Cardinality.Relation relation : Cardinality.Relation.values()) {
      if (json.has(member(relation))) {
        int bound = whole(json.path(member(relation)), 0, Integer.MAX_VALUE);
        return Cardinality.of(relation, bound, literals(json.path("of"), variables));
      }
    }
    throw new InvalidTaskException("the spec has a constraint of no known kind: " + json);
  }

  private static int[] literals(JsonNode json, int variables) throws InvalidTaskException {
    array(json, "literals");
    int[] literals = new int[json.size()];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = whole(json.get(i), -variables, variables);
    }
    return literals;
  }

  private static JsonNode array(JsonNode json, String name) throws InvalidTaskException {
    if (!json.isArray() || json.size() > MOST) {
      throw new InvalidTaskException("the spec lacks a list of " + name);
    }
    return json;
  }

  private static Vocabulary vocabulary(JsonNode json) throws InvalidTaskException {
    if (json.isMissingNode()) {
      return Vocabulary.none();
    }
    return new Vocabulary(
        texts(json.path("variables")),
        json.path("true").asText(),
        json.path("false").asText(),
        texts(json.path("constraints")));
  }

  private static List<String> texts(JsonNode json) throws InvalidTaskException {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array(json, "names")) {
      texts.add(text.asText());
    }
    return texts;
  }
}
