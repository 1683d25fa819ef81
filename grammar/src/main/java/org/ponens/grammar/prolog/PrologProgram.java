package org.ponens.grammar.prolog;

import java.util.List;

/** Clauses in the order in which they are tried. */
public record PrologProgram(List<Clause> clauses) {

  public PrologProgram {
    clauses = List.copyOf(clauses);
  }

  /** In Prolog, a clause a line. */
  public String print() {
    return PrologPrinter.print(this);
  }
}
