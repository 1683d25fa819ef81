package org.ponens.grammar.csp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints programs in the layout and spelling that Logic-LM teaches. */
final class CspPrinter {

  /** Behind an option's label: its statement could not be read. */
  static final String UNREADABLE = "?";

  private CspPrinter() {}

  static String print(CspProgram program) {
    StringBuilder out = new StringBuilder("Domain:\n");
    program
        .domain()
        .forEach((value, name) -> out.append(value).append(": ").append(name).append('\n'));
    out.append("Variables:\n");
    for (Variable variable : program.variables()) {
      out.append(Identifiers.spelled(variable.name())).append(" [IN] ");
      out.append(values(variable.values())).append('\n');
    }
    out.append("Constraints:\n");
    for (Constraint constraint : program.constraints()) {
      statement(out, constraint.condition().print(), constraint.gloss());
    }
    out.append("Query:\n");
    for (CspOption option : program.options()) {
      out.append(option.label()).append(") ");
      statement(out, option.condition().map(Condition::print).orElse(UNREADABLE), option.gloss());
    }
    return out.toString();
  }

  static String values(List<Integer> values) {
    int first = values.getFirst();
    int last = values.getLast();
    // A long list of neighbours is written as the range that it is.
    if (values.size() > 10 && (long) last - first + 1 == values.size()) {
      return "[" + first + ".." + last + "]";
    }
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private static void statement(StringBuilder out, String text, Optional<String> gloss) {
    out.append(text);
    gloss.ifPresent(words -> out.append(" ::: ").append(words));
    out.append('\n');
  }
}
