package org.ponens.solvers.fol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a structure for people. */
final class StructurePrinter {

  private final Structure structure;
  private final String[] elements;

  StructurePrinter(Structure structure) {
    this.structure = structure;
    this.elements = new String[structure.size()];
  }

  String print() {
    List<String> lines = new ArrayList<>();
    List<String> aliases = nameElements();
    lines.add("Domain: {" + String.join(", ", elements) + "}");
    if (!aliases.isEmpty()) {
      lines.add("Constants: " + String.join(", ", aliases));
    }
    structure
        .tables()
        .forEach(
            (symbol, table) -> {
              if (symbol.arity() > 0) {
                lines.add(symbol.name() + ": " + functionRows(symbol, table));
              }
            });
    for (Symbol predicate : structure.predicates()) {
      lines.add(predicate.name() + ": " + relation(predicate));
    }
    return String.join("\n", lines);
  }

  /** Names each element; returns the constants that denote an element of another name. */
  private List<String> nameElements() {
    List<String> aliases = new ArrayList<>();
    Set<String> constants = new HashSet<>();
    structure
        .tables()
        .forEach(
            (symbol, table) -> {
              if (symbol.arity() == 0) {
                constants.add(symbol.name());
                if (elements[table[0]] == null) {
                  elements[table[0]] = symbol.name();
                } else {
                  aliases.add(symbol.name() + " = " + elements[table[0]]);
                }
              }
            });
    int next = 1;
    for (int i = 0; i < elements.length; i++) {
      while (elements[i] == null) {
        String name = "e" + next++;
        if (constants.add(name)) {
          elements[i] = name;
        }
      }
    }
    return aliases;
  }

  private String functionRows(Symbol symbol, int[] table) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      int[] arguments = new int[symbol.arity()];
      int rest = i;
      for (int j = arguments.length - 1; j >= 0; j--) {
        arguments[j] = rest % structure.size();
        rest /= structure.size();
      }
      StringBuilder row = new StringBuilder("(");
      for (int j = 0; j < arguments.length; j++) {
        row.append(j == 0 ? "" : ", ").append(elements[arguments[j]]);
      }
      rows.add(row.append(") ↦ ").append(elements[table[i]]).toString());
    }
    return String.join(", ", rows);
  }

  private String relation(Symbol predicate) {
    if (predicate.arity() == 0) {
      return structure.holds(predicate.name()) ? "true" : "false";
    }
    return structure.tuples(predicate).stream()
        .sorted(StructurePrinter::compare)
        .map(this::tuple)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String tuple(List<Integer> tuple) {
    String inner = tuple.stream().map(i -> elements[i]).collect(Collectors.joining(", "));
    return tuple.size() == 1 ? inner : "(" + inner + ")";
  }

  private static int compare(List<Integer> first, List<Integer> second) {
    for (int i = 0; i < first.size(); i++) {
      int order = Integer.compare(first.get(i), second.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
