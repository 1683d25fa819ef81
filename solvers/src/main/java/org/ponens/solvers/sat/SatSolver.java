package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.core.ICDCL;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.IVecInt;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

/**
 * An incremental CDCL solver: clauses are added, checks run under assumptions. Literals are in
 * DIMACS numbering: variable {@code v > 0}, its negation {@code -v}.
 *
 * <p>A layer over Sat4j that avoids its traps: no timer thread per check (the budget is kept by a
 * search listener), a root contradiction is remembered, models are total over the variables. For
 * one thread.
 */
public final class SatSolver {

  private final ICDCL<DataStructureFactory> solver = SolverFactory.newGlucose21();
  private final BudgetListener listener = new BudgetListener();
  private int variables;
  private boolean contradiction;

  /** A solver without variables and clauses. */
  public SatSolver() {
    solver.setTimeoutOnConflicts(Integer.MAX_VALUE);
    solver.setSearchListener(listener);
  }

  /** A new variable. */
  public int newVariable() {
    variables++;
    return variables;
  }

  /** The number of variables made so far; they are {@code 1..variables()}. */
  public int variables() {
    return variables;
  }

  /** Adds a clause; tautologies are dropped, the empty clause makes every check unsatisfiable. */
  public void addClause(int... literals) {
    if (contradiction) {
      return;
    }
    for (int literal : literals) {
      variables = Math.max(variables, Math.abs(literal));
    }
    if (literals.length == 0) {
      contradiction = true;
      return;
    }
    try {
      solver.addClause(new VecInt(literals.clone()));
    } catch (ContradictionException e) {
      contradiction = true;
    }
  }

  /** Whether the clauses have a model in which these literals are true. */
  public SatResult solve(Meter meter, int... assumptions) {
    if (contradiction) {
      return new SatResult.Unsatisfiable(List.of());
    }
    listener.meter = meter;
    try {
      // "Global" keeps one conflict counter for all checks; otherwise Sat4j adds one at each.
      if (solver.isSatisfiable(new VecInt(assumptions.clone()), true)) {
        return new SatResult.Satisfiable(valuation());
      }
      return new SatResult.Unsatisfiable(core());
    } catch (TimeoutException e) {
      return new SatResult.Exhausted();
    }
  }

  /**
   * Enumerates models by blocking each one found, and hands them on. The solver can be used on.
   *
   * @param projection variables of which the models are told apart; others may be as they like
   * @param limit how many models are enough, at least 1
   * @param found takes each model, once for each valuation of the projection
   */
  public ModelCount enumerate(
      Meter meter, List<Integer> projection, long limit, Consumer<Valuation> found) {
    projection.forEach(variable -> variables = Math.max(variables, variable));
    // Blocking clauses hold only while this literal is assumed, and are void afterwards.
    int blocking = newVariable();
    long count = 0;
    try {
      while (true) {
        switch (solve(meter, blocking)) {
          case SatResult.Satisfiable(var model) -> {
            found.accept(model);
            count++;
            if (count >= limit) {
              return new ModelCount.AtLeast(count);
            }
            addClause(blockingClause(model, projection, blocking));
          }
          case SatResult.Unsatisfiable u -> {
            return new ModelCount.Exactly(count);
          }
          case SatResult.Exhausted e -> {
            return new ModelCount.AtLeast(count);
          }
        }
      }
    } finally {
      addClause(-blocking);
    }
  }

  /** Counts the models over some variables, up to a limit; see {@link #enumerate}. */
  public ModelCount count(Meter meter, List<Integer> projection, long limit) {
    return enumerate(meter, projection, limit, model -> {});
  }

  private static int[] blockingClause(Valuation model, List<Integer> projection, int blocking) {
    int[] clause = new int[projection.size() + 1];
    for (int i = 0; i < projection.size(); i++) {
      int variable = projection.get(i);
      clause[i] = model.satisfies(variable) ? -variable : variable;
    }
    clause[projection.size()] = -blocking;
    return clause;
  }

  /** What the solver has done since it was made. */
  public Statistics statistics() {
    var stats = solver.getStats();
    return new Statistics(
        stats.getDecisions(), stats.getConflicts(), stats.getPropagations(), stats.getStarts());
  }

  private Valuation valuation() {
    BitSet trueVariables = new BitSet(variables + 1);
    for (int literal : solver.model()) {
      if (literal > 0) {
        trueVariables.set(literal);
      }
    }
    return new Valuation(trueVariables);
  }

  private List<Integer> core() {
    IVecInt explanation = solver.unsatExplanation();
    List<Integer> core = new ArrayList<>();
    if (explanation != null) {
      for (int i = 0; i < explanation.size(); i++) {
        core.add(explanation.get(i));
      }
    }
    return core;
  }

  /**
   * Ends the search when the budget is spent: a conflict is a step, decisions look at the clock.
   */
  private static final class BudgetListener extends SearchListenerAdapter<ISolverService> {

    private static final long serialVersionUID = 1L;
    private static final int DECISIONS_PER_LOOK = 256;

    private transient Meter meter = Budget.oneSecond().start();
    private transient @Nullable ISolverService search;
    private transient int decisions;

    @Override
    public void init(ISolverService service) {
      search = service;
    }

    // Not in conflictFound: Sat4j touches its conflict counter after that call, and stop() removes
    // it.
    @Override
    public void backjump(int level) {
      if (!meter.step()) {
        stop();
      }
    }

    @Override
    public void assuming(int literal) {
      if (++decisions % DECISIONS_PER_LOOK == 0 && meter.exhausted()) {
        stop();
      }
    }

    private void stop() {
      if (search != null) {
        search.stop();
      }
    }
  }
}
