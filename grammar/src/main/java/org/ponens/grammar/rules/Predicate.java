package org.ponens.grammar.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Span;

/**
 * A declared predicate. Declarations decide nothing; they tell names that were meant from names
 * that slipped in. Equality disregards where it stands.
 *
 * @param name its name
 * @param parameters names of its arguments (as of variables), the Boolean one left out
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Predicate(String name, List<String> parameters, Optional<String> gloss, Span span) {

  public Predicate {
    Objects.requireNonNull(name);
    parameters = List.copyOf(parameters);
    parameters.forEach(Term.Variable::new);
    gloss = Gloss.normal(gloss);
    Objects.requireNonNull(span);
  }

  public int arity() {
    return parameters.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Predicate that
        && name.equals(that.name)
        && parameters.equals(that.parameters)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, parameters, gloss);
  }
}
