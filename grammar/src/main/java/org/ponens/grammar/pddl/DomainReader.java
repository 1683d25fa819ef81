package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.SectionReader.Keyed;
import org.ponens.grammar.pddl.SectionReader.Section;

/** Reads the definition of a domain. */
final class DomainReader {

  private static final Set<String> KNOWN =
      Set.of(
          ":requirements",
          ":types",
          ":constants",
          ":predicates",
          ":functions",
          ":constraints",
          ":action",
          ":durative-action",
          ":derived",
          ":process",
          ":event");
  private static final Set<String> ACTION_KEYS = Set.of(":parameters", ":precondition", ":effect");
  private static final Set<String> DURATIVE_KEYS =
      Set.of(":parameters", ":duration", ":condition", ":effect");

  private final Reading reading;
  private final SectionReader sections;
  private final TypedLists typedLists;

  private final List<Requirement> requirements = new ArrayList<>();
  private final List<TypedName> types = new ArrayList<>();
  private final List<TypedName> constants = new ArrayList<>();
  private final List<Domain.Predicate> predicates = new ArrayList<>();
  private final List<Domain.Function> functions = new ArrayList<>();
  private final List<Domain.Axiom> derived = new ArrayList<>();
  private final List<Domain.Action> actions = new ArrayList<>();
  private final List<Domain.DurativeAction> durativeActions = new ArrayList<>();
  private final List<Domain.Happening> happenings = new ArrayList<>();
  private Optional<Condition> constraints = Optional.empty();
  private ConditionReader conditions;
  private EffectReader effects;

  DomainReader(Reading reading) {
    this.reading = reading;
    this.sections = new SectionReader(reading);
    this.typedLists = new TypedLists(reading);
    this.conditions = new ConditionReader(reading, Set.of());
    this.effects = new EffectReader(reading, conditions, Set.of());
  }

  Domain read(Group definition) {
    String name = sections.definedName(definition, "domain").orElse("unnamed");
    List<Section> all = sections.sections(definition, "domain", KNOWN);
    Set<String> seen = new HashSet<>();
    for (Section section : all) {
      declare(section, seen);
    }
    Set<String> objectFluents =
        functions.stream()
            .filter(f -> !f.isNumeric())
            .map(Domain.Function::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    conditions = new ConditionReader(reading, objectFluents);
    effects = new EffectReader(reading, conditions, objectFluents);
    for (Section section : all) {
      define(section);
    }
    return new Domain(
        name,
        requirements,
        types,
        constants,
        predicates,
        functions,
        derived,
        actions,
        durativeActions,
        happenings,
        constraints,
        reading.place(definition));
  }

  private void declare(Section section, Set<String> seen) {
    Group group = section.group();
    switch (section.head()) {
      case ":requirements" -> requirements.addAll(sections.requirements(group));
      case ":types" -> types.addAll(typedLists.names(group.rest(), "the name of a type"));
      case ":constants" -> constants.addAll(typedLists.names(group.rest(), "a constant"));
      case ":predicates" ->
          group.rest().forEach(form -> predicate(form).ifPresent(predicates::add));
      case ":functions" -> functions(group.rest());
      default -> {
        return;
      }
    }
    if (!seen.add(section.head())) {
      reading
          .diagnostics()
          .add(
              org.ponens.grammar.diagnostic.Diagnostic.warning(
                  PddlCode.REPEATED_SECTION,
                  reading.span(group.items().get(0)),
                  "'" + section.head() + "' stands here for a second time; both are read"));
    }
  }

  private Optional<Domain.Predicate> predicate(Form form) {
    if (!(form instanceof Group group) || group.items().isEmpty()) {
      String text = reading.text(form);
      if (form instanceof Word word && Reading.isName(word)) {
        reading.error(
            PddlCode.MALFORMED,
            form,
            "a predicate is declared in parentheses, found '" + text + "'",
            "(" + text + ")");
        return Optional.of(new Domain.Predicate(word.text(), List.of(), reading.place(form)));
      }
      reading.error(PddlCode.MALFORMED, form, "expected a predicate, found '" + text + "'");
      return Optional.empty();
    }
    return reading
        .name(group.items().get(0), "the name of a predicate")
        .map(
            name ->
                new Domain.Predicate(
                    name, typedLists.variables(group.rest()), reading.place(group)));
  }

  private void functions(List<Form> forms) {
    List<Domain.Predicate> waiting = new ArrayList<>();
    Type number = Type.of(Type.NUMBER_NAME);
    for (int i = 0; i < forms.size(); i++) {
      if (Reading.isDash(forms.get(i)) && i + 1 < forms.size()) {
        i++;
        Type type = typedLists.type(forms.get(i)).orElse(number);
        waiting.forEach(w -> functions.add(function(w, type)));
        waiting.clear();
      } else {
        predicate(forms.get(i)).ifPresent(waiting::add);
      }
    }
    waiting.forEach(w -> functions.add(function(w, number)));
  }

  private static Domain.Function function(Domain.Predicate shape, Type type) {
    return new Domain.Function(shape.name(), shape.parameters(), type, shape.place());
  }

  private void define(Section section) {
    Group group = section.group();
    switch (section.head()) {
      case ":action" -> action(group);
      case ":durative-action" -> durativeAction(group);
      case ":process", ":event" -> happening(group, section.head().equals(":process"));
      case ":derived" -> derived(group);
      case ":constraints" ->
          constraints = conditions.only(group.rest(), group.items().get(0), ":constraints");
      default -> {}
    }
  }

  private Optional<String> operatorName(Group group) {
    if (group.items().size() < 2) {
      reading.error(PddlCode.MALFORMED, group, "expected a name behind '" + group.head() + "'");
      return Optional.empty();
    }
    return reading.name(group.items().get(1), "the name of the action");
  }

  private Map<String, Keyed> keys(Group group, Set<String> known) {
    return sections.keyed(group.items().subList(2, group.items().size()), known);
  }

  private List<TypedName> parameters(Map<String, Keyed> keys) {
    Keyed keyed = keys.get(":parameters");
    if (keyed == null) {
      return List.of();
    }
    if (keyed.forms().size() == 1) {
      return typedLists.variableList(keyed.forms().get(0));
    }
    if (!keyed.forms().isEmpty()) {
      Form first = keyed.forms().get(0);
      Form last = keyed.forms().get(keyed.forms().size() - 1);
      reading.error(
          PddlCode.MALFORMED,
          new Word(0, "", first.start(), last.end()),
          "the parameters stand in parentheses",
          "(" + reading.source().text().substring(first.start(), last.end()) + ")");
    } else {
      reading.error(
          PddlCode.MALFORMED,
          keyed.key(),
          "expected variables in parentheses behind ':parameters'");
    }
    return typedLists.variables(keyed.forms());
  }

  private Condition condition(Map<String, Keyed> keys, String key) {
    Keyed keyed = keys.get(key);
    return keyed == null
        ? Condition.always()
        : conditions.only(keyed.forms(), keyed.key(), key).orElse(Condition.always());
  }

  private Effect effect(Map<String, Keyed> keys) {
    Keyed keyed = keys.get(":effect");
    return keyed == null
        ? Effect.nothing()
        : effects.only(keyed.forms(), keyed.key(), ":effect").orElse(Effect.nothing());
  }

  private void action(Group group) {
    Optional<String> name = operatorName(group);
    if (name.isPresent()) {
      Map<String, Keyed> keys = keys(group, ACTION_KEYS);
      actions.add(
          new Domain.Action(
              name.get(),
              parameters(keys),
              condition(keys, ":precondition"),
              effect(keys),
              reading.place(group)));
    }
  }

  private void durativeAction(Group group) {
    Optional<String> name = operatorName(group);
    if (name.isPresent()) {
      Map<String, Keyed> keys = keys(group, DURATIVE_KEYS);
      durativeActions.add(
          new Domain.DurativeAction(
              name.get(),
              parameters(keys),
              condition(keys, ":duration"),
              condition(keys, ":condition"),
              effect(keys),
              reading.place(group)));
    }
  }

  private void happening(Group group, boolean process) {
    Optional<String> name = operatorName(group);
    if (name.isPresent()) {
      Map<String, Keyed> keys = keys(group, ACTION_KEYS);
      happenings.add(
          new Domain.Happening(
              process,
              name.get(),
              parameters(keys),
              condition(keys, ":precondition"),
              effect(keys),
              reading.place(group)));
    }
  }

  private void derived(Group group) {
    if (group.items().size() < 3) {
      reading.error(
          PddlCode.MALFORMED, group, "expected '(:derived (predicate ?x ...) (condition))'");
      return;
    }
    Optional<Domain.Predicate> head = predicate(group.items().get(1));
    Optional<Condition> body =
        conditions.only(
            group.items().subList(2, group.items().size()), group.items().get(0), ":derived");
    if (head.isPresent() && body.isPresent()) {
      derived.add(new Domain.Axiom(head.get(), body.get(), reading.place(group)));
    }
  }
}
