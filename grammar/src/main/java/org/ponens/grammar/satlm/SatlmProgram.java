package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.Program;

/**
 * Sorts, unknown functions, constraints on them, and options to choose from.
 *
 * @param sorts in the order of declaration, with different names
 * @param functions in the order of declaration, with different names
 * @param question the question's text, where the program holds it
 * @param options those that could be read, in the order of the text
 */
public record SatlmProgram(
    List<SortDeclaration> sorts,
    List<FunctionDeclaration> functions,
    List<Constraint> constraints,
    Optional<String> question,
    List<SatlmOption> options)
    implements Program {

  public SatlmProgram {
    sorts = List.copyOf(sorts);
    functions = List.copyOf(functions);
    constraints = List.copyOf(constraints);
    Objects.requireNonNull(question);
    options = List.copyOf(options);
  }

  @Override
  public String print() {
    return new SatlmPrinter(this).print();
  }
}
