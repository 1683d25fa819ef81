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

  @Override
  public String print() {
    throw new AssertionError("not yet");
  }
}
