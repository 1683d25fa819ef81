package org.ponens.grammar.csp;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.Program;

/**
 * A finite-domain program with the options of a multiple-choice question.
 *
 * @param domain what some of the values are called, by value; the names decide nothing
 * @param variables in the order of the text, at least one, each name once
 * @param constraints in the order of the text
 * @param options in the order of the text, at least one
 */
public record CspProgram(
    SortedMap<Integer, String> domain,
    List<Variable> variables,
    List<Constraint> constraints,
    List<CspOption> options)
    implements Program {

  public CspProgram {
    SortedMap<Integer, String> names = new TreeMap<>();
    domain.forEach(
        (value, name) -> {
          String label = Identifiers.valueName(name);
          if (!label.isEmpty()) {
            names.put(value, label);
          }
        });
    domain = Collections.unmodifiableSortedMap(names);
    variables = List.copyOf(variables);
    constraints = List.copyOf(constraints);
    options = List.copyOf(options);
    if (variables.isEmpty() || options.isEmpty()) {
      throw new IllegalArgumentException("a program has a variable and an option at least");
    }
    if (variables.stream().map(Variable::name).distinct().count() != variables.size()) {
      throw new IllegalArgumentException("a variable is declared twice: " + variables);
    }
  }

  @Override
  public String print() {
    return CspPrinter.print(this);
  }
}
