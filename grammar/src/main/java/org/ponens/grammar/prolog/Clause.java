package org.ponens.grammar.prolog;

import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;

/**
 * A fact or a rule.
 *
 * @param body the empty conjunction for a fact
 */
public record Clause(String name, List<Term> arguments, Goal body, Place place) {

  public Clause {
    Objects.requireNonNull(name);
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(body);
  }

  public Signature signature() {
    return new Signature(name, arguments.size());
  }

  /** In Prolog, with the full stop. */
  public String print() {
    return PrologPrinter.print(this);
  }
}
