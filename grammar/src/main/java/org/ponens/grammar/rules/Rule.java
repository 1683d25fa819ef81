package org.ponens.grammar.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Span;

/**
 * If all literals of the body hold, all of the heads do, for every assignment of things to the
 * variables. Equality disregards where it stands.
 *
 * <p>A rule is range-restricted (Nicolas 1982): each variable of a head occurs in the body, so that
 * what follows from ground facts is ground.
 *
 * @param body one literal or more
 * @param heads one literal or more
 * @param gloss the English that the author wrote next to it
 * @param span where it stands in the source
 */
public record Rule(List<Literal> body, List<Literal> heads, Optional<String> gloss, Span span) {

  public Rule {
    body = List.copyOf(body);
    heads = List.copyOf(heads);
    gloss = Gloss.normal(gloss);
    Objects.requireNonNull(span);
    if (body.isEmpty() || heads.isEmpty()) {
      throw new IllegalArgumentException("a rule has a body and a head");
    }
    unbound(body, heads)
        .ifPresent(
            variable -> {
              throw new IllegalArgumentException("no body literal binds $" + variable.name());
            });
  }

  /** The first variable of the heads that the body does not bind. */
  static Optional<Term.Variable> unbound(List<Literal> body, List<Literal> heads) {
    Set<Term.Variable> bound = new HashSet<>();
    body.forEach(literal -> literal.variables().forEach(bound::add));
    return heads.stream().flatMap(Literal::variables).filter(v -> !bound.contains(v)).findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule that
        && body.equals(that.body)
        && heads.equals(that.heads)
        && gloss.equals(that.gloss);
  }

  @Override
  public int hashCode() {
    return Objects.hash(body, heads, gloss);
  }

  /** The strict spelling, without the gloss. */
  @Override
  public String toString() {
    return RulePrinter.print(this);
  }
}
