package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.grammar.csp.ValueList.Item;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/**
 * Numbers named values: as the domain does, or else by their place in the first list they stand in,
 * from 1.
 */
final class SymbolicValues {

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary;
  private boolean guessed;
  private int greatest;

  SymbolicValues(Source source, Diagnostics diagnostics, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
  }

  /** The values of a list, in its order. */
  List<Integer> number(List<Item> items, Span span) {
    boolean byPlace = agreesWithPlaces(items);
    List<Integer> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case Item.Numeral(var value) -> values.add(value);
        case Item.Name(var name) -> values.add(number(name, i + 1, byPlace, span));
      }
    }
    return values;
  }

  private int number(String name, int place, boolean byPlace, Span span) {
    Optional<Integer> known = known(name);
    if (known.isPresent()) {
      return known.get();
    }
    int value = place;
    if (!byPlace || vocabulary.isNamed(place)) {
      greatest =
          Math.max(greatest, vocabulary.names().isEmpty() ? 0 : vocabulary.names().lastKey());
      value = ++greatest;
      guess(name, span);
    }
    vocabulary.name(value, name);
    repairs.note(
        CspCode.SYMBOLIC_VALUES,
        "named values are numbered in the order in which they are listed",
        span.start(),
        span.end());
    return value;
  }

  private void guess(String name, Span span) {
    if (!guessed) {
      guessed = true;
      diagnostics.add(
          Diagnostic.warning(
              CspCode.ORDER_GUESSED,
              source.span(span.start(), span.end()),
              "the place of '" + name + "' in the order of the values is not clear"));
    }
  }

  private Optional<Integer> known(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(1);
      case "false" -> Optional.of(0);
      default -> vocabulary.value(name);
    };
  }

  private boolean agreesWithPlaces(List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      Optional<Integer> value =
          switch (items.get(i)) {
            case Item.Numeral(var number) -> Optional.of(number);
            case Item.Name(var name) -> known(name);
          };
      if (value.isPresent() && value.get() != i + 1) {
        return false;
      }
    }
    return true;
  }
}
