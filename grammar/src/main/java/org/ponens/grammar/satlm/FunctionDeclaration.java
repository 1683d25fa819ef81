package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Objects;

/**
 * An unknown function of the program; a predicate where its result is {@link Sort.Bool}, a constant
 * where it has no parameters.
 */
public record FunctionDeclaration(String name, List<Sort> parameters, Sort result) {

  public FunctionDeclaration {
    Objects.requireNonNull(name);
    Objects.requireNonNull(result);
    parameters = List.copyOf(parameters);
  }
}
