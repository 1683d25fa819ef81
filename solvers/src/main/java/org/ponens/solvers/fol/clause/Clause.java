package org.ponens.solvers.fol.clause;

import java.util.List;

/** A disjunction of literals, its variables universally quantified; the empty clause is false. */
public record Clause(List<Literal> literals) {

  public static final Clause EMPTY = new Clause(List.of());

  public Clause {
    literals = List.copyOf(literals);
  }

  public static Clause of(Literal... literals) {
    return new Clause(List.of(literals));
  }

  public boolean isEmpty() {
    return literals.isEmpty();
  }
}
