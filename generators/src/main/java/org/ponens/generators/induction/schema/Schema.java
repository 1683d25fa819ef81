package org.ponens.generators.induction.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.grammar.prolog.Vocabulary.Predicate;

/**
 * What the examples of a task are made of, and what can be said of them: the language of a task in
 * SLR (Helff et al. 2025, arXiv 2506.15787).
 *
 * @param name of the schema: {@code trains}
 * @param example the word for what is classified: {@code train}
 * @param part the word for what it consists of: {@code car}
 * @param has the predicate of an example and its part: {@code has_car}
 * @param target the predicate to define: {@code eastbound}
 * @param opposite the word for all else: {@code westbound}
 * @param attributes of parts and of examples
 * @param position the attribute that numbers the parts of an example from 1, if there is one
 * @param link between parts, if there is one
 * @param constraints that all examples obey, each about parts only or about examples only
 * @param leastParts of an example, at least 1
 * @param mostParts of an example, at most {@value #MOST_PARTS}
 */
public record Schema(
    String name,
    String example,
    String part,
    String has,
    String target,
    String opposite,
    List<Attribute> attributes,
    Optional<String> position,
    Optional<Link> link,
    List<Constraint> constraints,
    int leastParts,
    int mostParts) {

  /** The most parts of an example. */
  public static final int MOST_PARTS = 24;

  /** The most attributes of a schema. */
  public static final int MOST_ATTRIBUTES = 40;

  public Schema {
    Objects.requireNonNull(name);
    Objects.requireNonNull(example);
    Objects.requireNonNull(part);
    Objects.requireNonNull(has);
    Objects.requireNonNull(target);
    Objects.requireNonNull(opposite);
    attributes = List.copyOf(attributes);
    constraints = List.copyOf(constraints);
    if (leastParts < 1 || mostParts < leastParts || mostParts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "an example has 1 to " + MOST_PARTS + " parts, not " + leastParts + " to " + mostParts);
    }
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw new IllegalArgumentException("there are more than " + MOST_ATTRIBUTES + " attributes");
    }
  }

  /** Whether parts have neighbours: by a link or by their position. */
  public boolean hasNeighbours() {
    return link.isPresent() || position.isPresent();
  }

  /**
   * This schema with some of its attributes and another number of parts. A position goes from 1 to
   * that number.
   *
   * @param predicates of the attributes to keep
   * @param withLink whether to keep the link
   */
  public Schema restricted(
      Set<String> predicates, boolean withLink, int leastParts, int mostParts) {
    List<Attribute> kept = new ArrayList<>();
    for (Attribute attribute : attributes) {
      if (!predicates.contains(attribute.predicate())) {
        continue;
      }
      boolean numbers = position.isPresent() && position.get().equals(attribute.predicate());
      kept.add(
          numbers
              ? Attribute.numbered(
                  attribute.predicate(), attribute.owner(), attribute.type(), 1, mostParts)
              : attribute);
    }
    return new Schema(
        name,
        example,
        part,
        has,
        target,
        opposite,
        kept,
        position.filter(predicates::contains),
        withLink ? link : Optional.empty(),
        constraints.stream().filter(c -> speaksOf(c, predicates)).toList(),
        leastParts,
        mostParts);
  }

  private static boolean speaksOf(Constraint constraint, Set<String> predicates) {
    return Stream.concat(constraint.when().stream(), constraint.then().stream())
        .allMatch(allowed -> predicates.contains(allowed.predicate()));
  }

  /** The predicates that a rule may call, that of the parts first. */
  public List<Predicate> predicates() {
    List<Predicate> predicates = new ArrayList<>();
    predicates.add(new Predicate(has, List.of(example, part)));
    for (Attribute attribute : attributes) {
      String owner = attribute.owner() == Attribute.Owner.PART ? part : example;
      predicates.add(new Predicate(attribute.predicate(), List.of(owner, attribute.type())));
    }
    link.ifPresent(
        between ->
            predicates.add(
                new Predicate(
                    between.predicate(),
                    between.kinds().isEmpty()
                        ? List.of(part, part)
                        : List.of(part, part, "kind of " + between.predicate()))));
    return predicates;
  }

  /**
   * What a rule may speak of.
   *
   * @param objects the names of examples and parts
   */
  public Vocabulary vocabulary(Set<String> objects) {
    Map<String, Set<String>> constants = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      if (!attribute.isNumeric()) {
        constants
            .computeIfAbsent(attribute.type(), key -> new LinkedHashSet<>())
            .addAll(attribute.values());
      }
    }
    link.filter(between -> !between.kinds().isEmpty())
        .ifPresent(
            between ->
                constants.put(
                    "kind of " + between.predicate(), new LinkedHashSet<>(between.kinds())));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    constants.forEach((type, names) -> lists.put(type, List.copyOf(names)));
    return new Vocabulary(new Predicate(target, List.of(example)), predicates(), lists, objects);
  }
}
