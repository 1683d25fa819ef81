package org.ponens.solvers.fol.proof;

import java.util.List;

/** A refutation: steps in order, the last of which derives the empty clause. */
public record Proof(List<Step> steps) {

  public Proof {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !steps.getLast().clause().isEmpty()) {
      throw new AssertionError("a refutation ends in the empty clause");
    }
  }

  /** The indices of the statements that the proof uses, in order. */
  public List<Integer> statementsUsed() {
    return steps.stream()
        .flatMapToInt(step -> step.statement().stream())
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
