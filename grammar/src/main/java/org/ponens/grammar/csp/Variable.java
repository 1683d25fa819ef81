package org.ponens.grammar.csp;

import java.util.List;

/**
 * A variable and the values it may take.
 *
 * @param name words of letters, digits and underscores, with single blanks, hyphens or apostrophes
 *     between them
 * @param values ascending, each once; at least one
 */
public record Variable(String name, List<Integer> values) {

  public Variable {
    if (!Identifiers.isName(name)) {
      throw new IllegalArgumentException("no name: " + name);
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a variable without a value: " + name);
    }
    values =
        isAscending(values) ? List.copyOf(values) : values.stream().sorted().distinct().toList();
  }

  private static boolean isAscending(List<Integer> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1) >= values.get(i)) {
        return false;
      }
    }
    return true;
  }
}
