package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;

/** What the sections of domains and problems have in common. */
final class SectionReader {

  private final Reading reading;

  SectionReader(Reading reading) {
    this.reading = reading;
  }

  /** The name behind {@code (domain} or {@code (problem}, if the definition has one. */
  Optional<String> definedName(Group definition, String kind) {
    for (Form item : definition.rest()) {
      if (item instanceof Group group && group.head().equals(kind)) {
        if (group.items().size() < 2) {
          reading.error(PddlCode.MALFORMED, group, "expected a name behind '" + kind + "'");
          return Optional.of("unnamed");
        }
        return Optional.of(
            reading.name(group.items().get(1), "the name of the " + kind).orElse("unnamed"));
      }
    }
    return Optional.empty();
  }

  /** A section under its head as it is meant to be spelled. */
  record Section(String head, Group group) {}

  /** The sections of a definition among the known ones; others are reported. */
  List<Section> sections(Group definition, String kind, Set<String> known) {
    List<Section> sections = new ArrayList<>();
    for (Form item : definition.rest()) {
      if (!(item instanceof Group group)) {
        reading.error(
            PddlCode.MALFORMED, item, "expected a section, found '" + reading.text(item) + "'");
      } else if (!group.head().equals(kind)) {
        section(group, kind, known).ifPresent(sections::add);
      }
    }
    return sections;
  }

  private Optional<Section> section(Group group, String kind, Set<String> known) {
    String head = group.head();
    if (known.contains(head)) {
      return Optional.of(new Section(head, group));
    }
    if (Set.of(":task", ":method", ":htn").contains(head)) {
      reading.error(
          PddlCode.OTHER_LANGUAGE,
          group,
          "'" + head + "' belongs to HDDL, hierarchical planning, which is not read here");
      return Optional.empty();
    }
    Optional<String> meant = Keywords.meant(head.startsWith(":") ? head : ":" + head, known);
    if (meant.isPresent()) {
      reading.error(
          PddlCode.UNKNOWN_KEYWORD,
          group.items().get(0),
          "there is no section '" + head + "'",
          meant.get());
      return Optional.of(new Section(meant.get(), group));
    }
    String what = head.isEmpty() ? reading.text(group) : head;
    String where = Keywords.SECTIONS.contains(head) ? " in a " + kind : "";
    reading.error(PddlCode.UNKNOWN_KEYWORD, group, "there is no section '" + what + "'" + where);
    return Optional.empty();
  }

  List<Requirement> requirements(Group section) {
    List<Requirement> requirements = new ArrayList<>();
    for (Form item : section.rest()) {
      String word = item instanceof Word w ? w.text() : "";
      Optional<Requirement> requirement = Requirement.of(word);
      if (requirement.isEmpty() && (word.equals(":hierarchy") || word.startsWith(":method"))) {
        reading.error(
            PddlCode.OTHER_LANGUAGE,
            item,
            "'" + word + "' belongs to HDDL, hierarchical planning, which is not read here");
      } else if (requirement.isEmpty()) {
        List<String> known =
            java.util.Arrays.stream(Requirement.values()).map(Requirement::keyword).toList();
        Optional<String> meant = Keywords.meant(word.startsWith(":") ? word : ":" + word, known);
        String message = "PDDL 3.1 has no requirement '" + reading.text(item) + "'";
        if (meant.isPresent()) {
          reading.error(PddlCode.UNKNOWN_REQUIREMENT, item, message, meant.get());
        } else {
          reading
              .diagnostics()
              .add(Diagnostic.warning(PddlCode.UNKNOWN_REQUIREMENT, reading.span(item), message));
        }
      }
      requirement.filter(r -> !requirements.contains(r)).ifPresent(requirements::add);
    }
    return requirements;
  }

  /** The forms behind each key of an operator, by the key as it is meant to be spelled. */
  Map<String, Keyed> keyed(List<Form> items, Set<String> known) {
    Map<String, Keyed> keyed = new LinkedHashMap<>();
    Optional<List<Form>> current = Optional.empty();
    for (Form item : items) {
      if (Reading.isKeyword(item)) {
        current = Optional.of(key((Word) item, known, keyed));
      } else if (current.isPresent()) {
        current.get().add(item);
      } else {
        reading.error(
            PddlCode.MALFORMED, item, "expected a key, found '" + reading.text(item) + "'");
      }
    }
    return keyed;
  }

  /** A key and what stands behind it. */
  record Keyed(Word key, List<Form> forms) {}

  private List<Form> key(Word word, Set<String> known, Map<String, Keyed> keyed) {
    Optional<String> meant = Keywords.meant(word.text(), known);
    if (meant.isEmpty()) {
      reading.error(
          PddlCode.UNKNOWN_KEYWORD,
          word,
          "there is no key '"
              + reading.text(word)
              + "' here; there are "
              + String.join(", ", known.stream().sorted().toList()));
      return new ArrayList<>();
    }
    if (!meant.get().equals(word.text())) {
      reading.error(
          PddlCode.UNKNOWN_KEYWORD, word, "there is no key '" + word.text() + "'", meant.get());
    }
    if (keyed.containsKey(meant.get())) {
      reading
          .diagnostics()
          .add(
              Diagnostic.error(
                      PddlCode.REPEATED_SECTION,
                      reading.span(word),
                      "'" + meant.get() + "' stands here for a second time")
                  .withNote(
                      Diagnostic.Note.at(
                          reading.span(keyed.get(meant.get()).key()), "the first is here")));
      return new ArrayList<>();
    }
    Keyed fresh = new Keyed(word, new ArrayList<>());
    keyed.put(meant.get(), fresh);
    return fresh.forms();
  }

  /** An edit that puts a text at a place. */
  static Fix insertion(String title, Reading reading, int offset, String text) {
    return Fix.suggested(title, new Edit(reading.source().span(offset, offset), text));
  }
}
