package org.ponens.grammar.csp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Names;

/** The variables of one program and the names of its values; names are found in any spelling. */
final class Vocabulary {

  /** The most words that a name in a statement is looked for in. */
  static final int MOST_WORDS = 8;

  private static final int MOST_LIKENED = 200;

  /** What a name stands for. */
  sealed interface Symbol {
    String name();

    record OfVariable(Variable variable) implements Symbol {
      @Override
      public String name() {
        return variable.name();
      }
    }

    record OfValue(String name, int value) implements Symbol {}
  }

  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Variable> variablesByFolded = new HashMap<>();
  private final SortedMap<Integer, String> names = new TreeMap<>();
  private final Map<String, Span> places = new HashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();

  /** Names a value; false where it is called otherwise already (both names are understood). */
  boolean name(int value, String name) {
    values.putIfAbsent(Names.folded(name), value);
    return names.putIfAbsent(value, name) == null || name.equals(names.get(value));
  }

  Optional<Integer> value(String name) {
    return Optional.ofNullable(values.get(Names.folded(name)));
  }

  boolean isNamed(int value) {
    return names.containsKey(value);
  }

  SortedMap<Integer, String> names() {
    return names;
  }

  Optional<Variable> declared(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** A variable whose name differs in spelling only. */
  Optional<Variable> alike(String name) {
    return Optional.ofNullable(variablesByFolded.get(Names.folded(name)));
  }

  void declare(Variable variable, Span place) {
    places.put(variable.name(), place);
    variables.put(variable.name(), variable);
    variablesByFolded.putIfAbsent(Names.folded(variable.name()), variable);
  }

  /** Where a variable is declared. */
  Optional<Span> place(String variable) {
    return Optional.ofNullable(places.get(variable));
  }

  List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  /** A name for messages to show how something is written. */
  String example() {
    return variables.isEmpty() ? "book" : Identifiers.spelled(variables.keySet().iterator().next());
  }

  /** What a name stands for: a variable, exactly or up to its spelling, or else a value. */
  Optional<Symbol> symbol(String name) {
    Variable exact = variables.get(name);
    if (exact != null) {
      return Optional.of(new Symbol.OfVariable(exact));
    }
    String folded = Names.folded(name);
    Variable alike = variablesByFolded.get(folded);
    if (alike != null) {
      return Optional.of(new Symbol.OfVariable(alike));
    }
    Integer value = values.get(folded);
    return value == null ? Optional.empty() : Optional.of(new Symbol.OfValue(name, value));
  }

  /** The declared name that an unknown one most likely stands for. */
  Optional<String> closest(String unknown) {
    // Each unknown name looks at so many known ones at most, which keeps the reading linear.
    List<String> known = variables.keySet().stream().limit(MOST_LIKENED).toList();
    Optional<String> nearest = Names.closest(unknown, known);
    if (nearest.isPresent()) {
      return nearest;
    }
    // loquats_price for loquats, book for green_book: one name is the other with words added.
    String folded = Names.folded(unknown);
    return known.stream()
        .filter(name -> name.length() >= 3)
        .filter(name -> startsOrEnds(folded, Names.folded(name)))
        .findFirst();
  }

  private static boolean startsOrEnds(String unknown, String known) {
    return unknown.startsWith(known) || unknown.endsWith(known);
  }
}
