package org.ponens.grammar.pddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;

/**
 * Reads PDDL 3.1 without HDDL: domains, problems of a domain, and plans.
 *
 * <p>What another tool would refuse is an error, with a fix where there is one way to put it right,
 * and reading goes on behind it: one pass reports all errors that do not follow from each other. A
 * domain or problem read with errors is incomplete. Fences and prose around the definition are
 * passed over with a note. Stateless and thread-safe; linear in the text.
 */
public final class Pddl {

  /** The longest text that is read, in UTF-16 units. */
  public static final int MAX_LENGTH = 16_000_000;

  private Pddl() {}

  /** Reads a domain and checks it. */
  public static Parsed<Domain> parseDomain(Source source) {
    Diagnostics diagnostics = new Diagnostics();
    if (!isReadable(source, diagnostics)) {
      return diagnostics.parsed(source, Optional.empty());
    }
    Optional<Group> definition = new Definitions(source, diagnostics, "domain").find();
    Optional<Domain> domain =
        definition.map(d -> new DomainReader(new Reading(source, diagnostics)).read(d));
    domain.ifPresent(
        d -> new DomainCheck(d, diagnostics).run(requirementsEnd(definition.orElseThrow())));
    return diagnostics.parsed(source, domain);
  }

  /** Reads a domain under the name {@code input} and checks it. */
  public static Parsed<Domain> parseDomain(String text) {
    return parseDomain(Source.of(text));
  }

  /** Reads a problem and checks it against its domain. */
  public static Parsed<Problem> parseProblem(Source source, Domain domain) {
    Diagnostics diagnostics = new Diagnostics();
    if (!isReadable(source, diagnostics)) {
      return diagnostics.parsed(source, Optional.empty());
    }
    Set<String> objectFluents =
        domain.functions().stream()
            .filter(f -> !f.isNumeric())
            .map(Domain.Function::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<Group> definition = new Definitions(source, diagnostics, "problem").find();
    Optional<Problem> problem =
        definition.map(
            d -> new ProblemReader(new Reading(source, diagnostics), objectFluents).read(d));
    problem.ifPresent(
        p ->
            new ProblemCheck(domain, p, diagnostics)
                .run(domainName(definition.orElseThrow(), source)));
    return diagnostics.parsed(source, problem);
  }

  /** Reads a problem under the name {@code input} and checks it against its domain. */
  public static Parsed<Problem> parseProblem(String text, Domain domain) {
    return parseProblem(Source.of(text), domain);
  }

  /**
   * Reads a plan: actions as PDDL writes them, in numbered lists, as calls, with times, in fences
   * and beside prose. A line that holds no action is reported. Whether the domain has the actions
   * is not looked at here.
   */
  public static Parsed<Plan> parsePlan(Source source) {
    return parsePlan(source, Map.of());
  }

  /**
   * Reads a plan of a domain: beside what {@link #parsePlan(Source)} reads, actions without
   * parentheses, and words in parentheses within a sentence are told from actions.
   */
  public static Parsed<Plan> parsePlan(Source source, Domain domain) {
    return parsePlan(
        source,
        domain.actions().stream()
            .collect(
                Collectors.toMap(Domain.Action::name, a -> a.parameters().size(), (a, b) -> a)));
  }

  /**
   * Reads a chain of states and actions, as in {@code State 0: (clear a) ...}, {@code Action 1:
   * (pick-up a)}, {@code State 1: ...}, with what is said of preconditions, effects and the goal.
   *
   * @param domain whose actions tell them from facts
   */
  public static Parsed<ClaimedTrace> parseTrace(Source source, Domain domain) {
    Diagnostics diagnostics = new Diagnostics();
    if (!isReadable(source, diagnostics)) {
      return diagnostics.parsed(source, Optional.empty());
    }
    Set<String> actions =
        domain.actions().stream()
            .map(Domain.Action::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new TraceReader(source, diagnostics, actions).read();
  }

  private static Parsed<Plan> parsePlan(Source source, Map<String, Integer> actions) {
    Diagnostics diagnostics = new Diagnostics();
    if (source.text().isBlank()) {
      return diagnostics.parsed(source, Optional.of(new Plan(List.of())));
    }
    if (!isReadable(source, diagnostics)) {
      return diagnostics.parsed(source, Optional.empty());
    }
    return new PlanReader(source, diagnostics, actions).read();
  }

  /** Reads a plan under the name {@code input}. */
  public static Parsed<Plan> parsePlan(String text) {
    return parsePlan(Source.of(text));
  }

  private static boolean isReadable(Source source, Diagnostics diagnostics) {
    String text = source.text();
    if (text.length() > MAX_LENGTH) {
      diagnostics.add(
          Diagnostic.error(
              TextCode.TOO_LONG,
              source.span(0, 0),
              "the text is longer than " + MAX_LENGTH + " characters"));
      return false;
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      diagnostics.add(
          Diagnostic.error(
              TextCode.BINARY, source.span(nul, nul + 1), "the text holds a NUL character"));
      return false;
    }
    if (text.isBlank()) {
      diagnostics.add(
          Diagnostic.error(TextCode.EMPTY, source.span(0, 0), "there is no text to read"));
      return false;
    }
    return true;
  }

  private static int requirementsEnd(Group definition) {
    int behindName = definition.start() + 1;
    for (Form item : definition.rest()) {
      if (Reading.isGroup(item, ":requirements")) {
        return item.end() - 1;
      }
      if (Reading.isGroup(item, "domain")) {
        behindName = item.end();
      }
    }
    return behindName;
  }

  private static Optional<Place> domainName(Group definition, Source source) {
    for (Form item : definition.rest()) {
      if (item instanceof Group group
          && group.head().equals(":domain")
          && group.items().size() > 1
          && group.items().get(1) instanceof Word word) {
        return Optional.of(Place.of(source, word.start(), word.end()));
      }
    }
    return Optional.empty();
  }
}
