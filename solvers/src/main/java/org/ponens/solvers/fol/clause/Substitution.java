package org.ponens.solvers.fol.clause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ponens.grammar.fol.Term;

/**
 * Terms for variables, by name. A variable without an entry stands for itself. Applied once, not to
 * its own results.
 */
public record Substitution(Map<String, Term> bindings) {

  public static final Substitution IDENTITY = new Substitution(Map.of());

  public Substitution {
    SequencedMap<String, Term> copy = new LinkedHashMap<>(bindings);
    bindings = Collections.unmodifiableSequencedMap(copy);
  }

  public Term apply(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> bindings.getOrDefault(name, term);
      case Term.Application(var function, var arguments) ->
          arguments.isEmpty()
              ? term
              : new Term.Application(function, arguments.stream().map(this::apply).toList());
    };
  }

  public Literal apply(Literal literal) {
    return new Literal(
        literal.positive(),
        literal.predicate(),
        literal.arguments().stream().map(this::apply).toList());
  }

  public Clause apply(Clause clause) {
    return new Clause(clause.literals().stream().map(this::apply).toList());
  }
}
