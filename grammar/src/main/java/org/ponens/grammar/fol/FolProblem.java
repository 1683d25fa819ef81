package org.ponens.grammar.fol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.Program;

/**
 * Premises, and a conclusion of which is asked whether they entail it; without a conclusion the
 * question is whether the premises are satisfiable.
 */
public record FolProblem(List<Statement> premises, Optional<Statement> conclusion)
    implements Program {

  public FolProblem {
    premises = List.copyOf(premises);
    Objects.requireNonNull(conclusion);
  }

  /**
   * Logic-LM's layout in {@link Notation#UNICODE}, which {@link Fol#parse} reads back as equal. A
   * label other than the default ({@code premise 1}, {@code conclusion}) stands in quotes before
   * its formula; a problem without a conclusion ends with the line {@code Satisfiable:}.
   */
  @Override
  public String print() {
    return ProblemPrinter.print(this);
  }
}
