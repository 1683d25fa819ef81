package org.ponens.solvers.fol.finite;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.Structure;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.sat.SatResult;

/**
 * A search for finite models in the style of MACE (McCune 1994) and Paradox (Claessen and Sörensson
 * 2003): for each size of the domain one propositional problem. It can be run slice by slice. For
 * one thread.
 */
public final class FiniteModels {

  /** Propositional problems with more literals are not made. */
  private static final double MAX_LITERALS = 4_000_000;

  private static final int LITERALS_PER_STEP = 200;

  private final FlatProblem problem;
  private int size = 1;
  private @Nullable Encoding encoding;
  private boolean ended;

  private FiniteModels(FlatProblem problem) {
    this.problem = problem;
  }

  /** A search that has not begun. */
  public static FiniteModels of(List<InputClause> clauses) {
    return new FiniteModels(Flattening.flatten(clauses));
  }

  /** The size of the domain that is being tried. */
  public int size() {
    return size;
  }

  /** Whether no larger size will be tried: none can have a model, or it would be too large. */
  public boolean hasEnded() {
    return ended;
  }

  /**
   * Goes on until there is a model or the slice is spent; a step is a conflict or 200 literals
   * made. The structure also interprets Skolem functions and the like.
   *
   * @param whole the budget of which the slice is a part; making a propositional problem may
   *     outlast a slice
   */
  public Optional<Structure> run(Meter slice, Meter whole) {
    while (!ended && !slice.exhausted()) {
      if (encoding == null) {
        if (size > problem.largestSize() || Encoding.literals(problem, size) > MAX_LITERALS) {
          ended = true;
          break;
        }
        Optional<Encoding> made = Encoding.of(problem, size, whole);
        if (made.isEmpty()) {
          break;
        }
        encoding = made.get();
        // Making clauses takes time, too.
        for (double i = Encoding.literals(problem, size); i > 0; i -= LITERALS_PER_STEP) {
          slice.step();
        }
      }
      switch (encoding.solve(slice)) {
        case SatResult.Satisfiable(var model) -> {
          return Optional.of(encoding.structure(model));
        }
        case SatResult.Unsatisfiable u -> {
          encoding = null;
          size++;
        }
        case SatResult.Exhausted e -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
