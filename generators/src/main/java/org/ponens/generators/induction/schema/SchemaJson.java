package org.ponens.generators.induction.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ponens.generators.induction.schema.Attribute.Owner;
import org.ponens.generators.induction.schema.Constraint.Allowed;
import org.ponens.grammar.prolog.Builtin;

/**
 * Schemas as JSON, in the form of {@code trains.json} beside this class. Stateless and thread-safe.
 */
public final class SchemaJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,59}");

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "example",
          "part",
          "has",
          "target",
          "opposite",
          "position",
          "parts",
          "attributes",
          "link",
          "constraints");

  private static final Set<String> TAKEN =
      Set.of(
          "findall", "forall", "aggregate_all", "once", "ignore", "not", "true", "fail", "false");

  private SchemaJson() {}

  /** A schema as a JSON object. */
  public static ObjectNode write(Schema schema) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", schema.name());
    json.put("example", schema.example());
    json.put("part", schema.part());
    json.put("has", schema.has());
    json.put("target", schema.target());
    json.put("opposite", schema.opposite());
    schema.position().ifPresent(position -> json.put("position", position));
    json.putObject("parts").put("from", schema.leastParts()).put("to", schema.mostParts());
    ArrayNode attributes = json.putArray("attributes");
    for (Attribute attribute : schema.attributes()) {
      if (schema.position().filter(attribute.predicate()::equals).isPresent()) {
        continue;
      }
      ObjectNode node = attributes.addObject();
      node.put("predicate", attribute.predicate());
      if (attribute.owner() == Owner.EXAMPLE) {
        node.put("of", "example");
      }
      node.put("type", attribute.type());
      if (attribute.isNumeric()) {
        node.put("from", attribute.number(0));
        node.put("to", attribute.number(attribute.values().size() - 1));
      } else {
        attribute.values().forEach(node.putArray("values")::add);
      }
    }
    schema
        .link()
        .ifPresent(
            link -> {
              ObjectNode node = json.putObject("link");
              node.put("predicate", link.predicate());
              link.kinds().forEach(node.putArray("kinds")::add);
              node.put("symmetric", link.isSymmetric());
            });
    ArrayNode constraints = json.putArray("constraints");
    for (Constraint constraint : schema.constraints()) {
      ObjectNode node = constraints.addObject();
      write(constraint.when(), node.putObject("if"));
      write(constraint.then(), node.putObject("then"));
    }
    return json;
  }

  private static void write(List<Allowed> allowed, ObjectNode json) {
    allowed.forEach(one -> one.values().forEach(json.putArray(one.predicate())::add));
  }

  /**
   * Reads a schema.
   *
   * @throws InvalidSchemaException if it is none; the message names the member
   */
  public static Schema read(String text) throws InvalidSchemaException {
    try {
      return read(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new InvalidSchemaException(
          "no JSON, line "
              + at.getLineNr()
              + ", column "
              + at.getColumnNr()
              + ": "
              + e.getOriginalMessage());
    }
  }

  /**
   * Reads a schema.
   *
   * @throws InvalidSchemaException if it is none; the message names the member
   */
  public static Schema read(JsonNode json) throws InvalidSchemaException {
    return new Reader(json).schema();
  }

  /** One schema; collects the predicates that are taken. */
  private static final class Reader {
    private final JsonNode json;
    private final Set<String> predicates = new LinkedHashSet<>();

    Reader(JsonNode json) {
      this.json = json;
    }

    Schema schema() throws InvalidSchemaException {
      if (!json.isObject()) {
        throw new InvalidSchemaException("a schema is a JSON object");
      }
      known(json, MEMBERS, "");
      String example = name(json, "example", "");
      String part = name(json, "part", "");
      String target = predicate(json, "target", "");
      String has = predicate(json, "has", "");
      JsonNode parts = object(json, "parts", "");
      int least = whole(parts, "from", "parts.", 1, Schema.MOST_PARTS);
      int most = whole(parts, "to", "parts.", least, Schema.MOST_PARTS);
      List<Attribute> attributes = new ArrayList<>();
      Optional<String> position = Optional.empty();
      if (json.has("position")) {
        position = Optional.of(predicate(json, "position", ""));
        attributes.add(
            Attribute.numbered(position.get(), Owner.PART, "position of a " + part, 1, most));
      }
      attributes.addAll(attributes());
      if (attributes.isEmpty()) {
        throw new InvalidSchemaException("attributes: there is none");
      }
      if (attributes.size() > Schema.MOST_ATTRIBUTES) {
        throw new InvalidSchemaException(
            "attributes: there are " + attributes.size() + ", at most " + Schema.MOST_ATTRIBUTES);
      }
      Schema schema =
          new Schema(
              name(json, "name", ""),
              example,
              part,
              has,
              target,
              name(json, "opposite", ""),
              attributes,
              position,
              link(),
              constraints(attributes, position),
              least,
              most);
      if (schema.opposite().equals(target)) {
        throw new InvalidSchemaException("opposite: it is the target, '" + target + "'");
      }
      return schema;
    }

    private List<Attribute> attributes() throws InvalidSchemaException {
      List<Attribute> attributes = new ArrayList<>();
      JsonNode list = array(json, "attributes", "");
      for (int i = 0; i < list.size(); i++) {
        JsonNode node = list.get(i);
        String path = "attributes[" + i + "].";
        known(node, Set.of("predicate", "of", "type", "values", "from", "to"), path);
        String predicate = predicate(node, "predicate", path);
        String type = node.has("type") ? name(node, "type", path) : predicate;
        Owner owner =
            switch (node.path("of").asText("part")) {
              case "part" -> Owner.PART;
              case "example" -> Owner.EXAMPLE;
              default ->
                  throw new InvalidSchemaException(path + "of: it is \"part\" or \"example\"");
            };
        if (node.has("values")) {
          List<String> values = names(array(node, "values", path), path + "values");
          if (values.isEmpty() || values.size() > Attribute.MOST_VALUES) {
            throw new InvalidSchemaException(
                path
                    + "values: there are "
                    + values.size()
                    + ", and can be 1 to "
                    + Attribute.MOST_VALUES);
          }
          attributes.add(Attribute.named(predicate, owner, type, values));
        } else {
          int from = whole(node, "from", path, -1_000_000, 1_000_000);
          int to = whole(node, "to", path, from, from + Attribute.MOST_VALUES - 1);
          attributes.add(Attribute.numbered(predicate, owner, type, from, to));
        }
      }
      return attributes;
    }

    private Optional<Link> link() throws InvalidSchemaException {
      if (!json.has("link")) {
        return Optional.empty();
      }
      JsonNode node = object(json, "link", "");
      known(node, Set.of("predicate", "kinds", "symmetric"), "link.");
      List<String> kinds =
          node.has("kinds") ? names(array(node, "kinds", "link."), "link.kinds") : List.of();
      if (kinds.size() > Attribute.MOST_VALUES) {
        throw new InvalidSchemaException("link.kinds: there are " + kinds.size());
      }
      return Optional.of(
          new Link(
              predicate(node, "predicate", "link."),
              kinds,
              node.path("symmetric").asBoolean(false)));
    }

    private List<Constraint> constraints(List<Attribute> attributes, Optional<String> position)
        throws InvalidSchemaException {
      List<Constraint> constraints = new ArrayList<>();
      JsonNode list = json.path("constraints");
      for (int i = 0; i < list.size(); i++) {
        String path = "constraints[" + i + "].";
        known(list.get(i), Set.of("if", "then"), path);
        Set<Owner> owners = new LinkedHashSet<>();
        constraints.add(
            new Constraint(
                allowed(object(list.get(i), "if", path), path + "if.", attributes, owners),
                allowed(object(list.get(i), "then", path), path + "then.", attributes, owners)));
        if (owners.size() > 1) {
          throw new InvalidSchemaException(
              path + "if: it speaks of examples and of parts; a constraint speaks of one of them");
        }
        for (String side : List.of("if", "then")) {
          if (position.isPresent() && list.get(i).path(side).has(position.get())) {
            throw new InvalidSchemaException(
                path + side + "." + position.get() + ": positions can't be constrained");
          }
        }
      }
      return constraints;
    }

    private static List<Allowed> allowed(
        JsonNode json, String path, List<Attribute> attributes, Set<Owner> owners)
        throws InvalidSchemaException {
      List<Allowed> allowed = new ArrayList<>();
      for (Map.Entry<String, JsonNode> one : json.properties()) {
        String here = path + one.getKey();
        Attribute attribute =
            attributes.stream()
                .filter(a -> a.predicate().equals(one.getKey()))
                .findFirst()
                .orElseThrow(
                    () -> new InvalidSchemaException(here + ": there is no such attribute"));
        owners.add(attribute.owner());
        List<String> values = new ArrayList<>();
        JsonNode list = one.getValue().isArray() ? one.getValue() : JSON.createArrayNode();
        for (JsonNode value : list) {
          if (!attribute.values().contains(value.asText())) {
            throw new InvalidSchemaException(here + ": '" + value.asText() + "' is no value of it");
          }
          values.add(value.asText());
        }
        if (values.isEmpty()) {
          throw new InvalidSchemaException(here + ": a list of values is missing");
        }
        allowed.add(new Allowed(attribute.predicate(), values));
      }
      if (allowed.isEmpty()) {
        throw new InvalidSchemaException(path + " names no attribute");
      }
      return allowed;
    }

    private static void known(JsonNode json, Set<String> members, String path)
        throws InvalidSchemaException {
      if (!json.isObject()) {
        throw new InvalidSchemaException(path + " is no JSON object");
      }
      for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!members.contains(name)) {
          throw new InvalidSchemaException(
              path
                  + name
                  + ": unknown; known are "
                  + String.join(", ", members.stream().sorted().toList()));
        }
      }
    }

    private static JsonNode object(JsonNode json, String member, String path)
        throws InvalidSchemaException {
      if (!json.path(member).isObject()) {
        throw new InvalidSchemaException(path + member + ": a JSON object is missing");
      }
      return json.path(member);
    }

    private static JsonNode array(JsonNode json, String member, String path)
        throws InvalidSchemaException {
      if (!json.path(member).isArray()) {
        throw new InvalidSchemaException(path + member + ": a list is missing");
      }
      return json.path(member);
    }

    private static int whole(JsonNode json, String member, String path, int least, int most)
        throws InvalidSchemaException {
      JsonNode node = json.path(member);
      if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
        throw new InvalidSchemaException(
            path + member + ": a whole number from " + least + " to " + most + " is missing");
      }
      return node.intValue();
    }

    private static List<String> names(JsonNode list, String path) throws InvalidSchemaException {
      Set<String> names = new LinkedHashSet<>();
      for (JsonNode node : list) {
        if (!names.add(name(node, path))) {
          throw new InvalidSchemaException(path + ": '" + node.asText() + "' stands there twice");
        }
      }
      return List.copyOf(names);
    }

    private static String name(JsonNode node, String path) throws InvalidSchemaException {
      if (!node.isTextual() || !NAME.matcher(node.textValue()).matches()) {
        throw new InvalidSchemaException(
            path
                + ": a name is missing: a small letter, then letters, digits and _, at most 60 in"
                + " all"
                + (node.isMissingNode() ? "" : "; " + node + " is none"));
      }
      return node.textValue();
    }

    private static String name(JsonNode json, String member, String path)
        throws InvalidSchemaException {
      return name(json.path(member), path + member);
    }

    private String predicate(JsonNode json, String member, String path)
        throws InvalidSchemaException {
      String name = name(json, member, path);
      boolean taken = TAKEN.contains(name);
      for (Builtin builtin : Builtin.values()) {
        taken |= builtin.signature().name().equals(name);
      }
      if (taken || !predicates.add(name)) {
        throw new InvalidSchemaException(
            path + member + ": '" + name + "' is " + (taken ? "a word of Prolog" : "taken"));
      }
      return name;
    }
  }
}
