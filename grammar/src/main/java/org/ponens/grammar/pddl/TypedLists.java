package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;

/** Reads lists of names with their types: {@code a b - place ?x - (either t u)}. */
final class TypedLists {

  private final Reading reading;

  TypedLists(Reading reading) {
    this.reading = reading;
  }

  /** Names: of objects, constants or types. */
  List<TypedName> names(List<Form> items, String what) {
    return read(items, form -> reading.name(form, what));
  }

  /** Variables, named without their question mark. */
  List<TypedName> variables(List<Form> items) {
    return read(items, this::variable);
  }

  /** Where a list of variables is asked for, in parentheses. */
  List<TypedName> variableList(Form form) {
    if (form instanceof Group group) {
      return variables(group.items());
    }
    reading.error(
        PddlCode.MALFORMED,
        form,
        "expected variables in parentheses, found '" + reading.text(form) + "'",
        "(" + reading.text(form) + ")");
    return variables(List.of(form));
  }

  private Optional<String> variable(Form form) {
    if (form instanceof Word word) {
      if (Reading.isVariable(form) && word.text().length() > 1) {
        return Optional.of(word.text().substring(1));
      }
      if (Reading.isName(word)) {
        reading.error(
            PddlCode.BAD_NAME,
            form,
            "a variable is written with a question mark, found '" + reading.text(form) + "'",
            "?" + reading.text(form));
        return Optional.of(word.text());
      }
    }
    reading.error(
        PddlCode.BAD_NAME, form, "expected a variable, found '" + reading.text(form) + "'");
    return Optional.empty();
  }

  private interface NameReader {
    Optional<String> read(Form form);
  }

  private record Untyped(String name, Place place) {}

  private List<TypedName> read(List<Form> items, NameReader reader) {
    List<TypedName> all = new ArrayList<>();
    List<Untyped> waiting = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Form form = items.get(i);
      if (!Reading.isDash(form)) {
        reader.read(form).ifPresent(name -> waiting.add(new Untyped(name, reading.place(form))));
      } else if (i + 1 == items.size()) {
        reading.error(PddlCode.MALFORMED, form, "expected a type behind '-'");
      } else {
        i++;
        Form typeForm = items.get(i);
        if (waiting.isEmpty()) {
          reading.error(PddlCode.MALFORMED, form, "expected a name before '-'");
        }
        Type type = type(typeForm).orElse(Type.OBJECT);
        waiting.forEach(w -> all.add(new TypedName(w.name(), type, w.place())));
        waiting.clear();
      }
    }
    waiting.forEach(w -> all.add(new TypedName(w.name(), Type.OBJECT, w.place())));
    return all;
  }

  /** A type, or one of several. */
  Optional<Type> type(Form form) {
    List<String> names = new ArrayList<>();
    if (form instanceof Group group) {
      if (!group.head().equals("either") || group.items().size() < 2) {
        reading.error(
            PddlCode.MALFORMED,
            form,
            "expected a type or '(either ...)', found '" + reading.text(form) + "'");
        return Optional.empty();
      }
      group.rest().forEach(item -> reading.name(item, "the name of a type").ifPresent(names::add));
    } else {
      reading.name(form, "the name of a type").ifPresent(names::add);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Type(names, reading.place(form)));
  }
}
