package org.ponens.solvers.planning;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.planning.validation.Rational;

/** What came of looking for a plan. */
public sealed interface PlanningOutcome {

  /**
   * A plan, found valid by the validator.
   *
   * @param metric the value of the problem's metric, where it has one
   * @param optimal whether no plan has a smaller metric or, where there is none, fewer actions
   * @param effort what it took
   */
  record Planned(Plan plan, Optional<Rational> metric, boolean optimal, Effort effort)
      implements PlanningOutcome {}

  /**
   * There is no plan; proved.
   *
   * @param unreachable the conditions of the goal that cannot hold even if nothing is ever undone;
   *     empty if the proof is that of a search
   */
  record Unsolvable(List<Condition> unreachable, Effort effort) implements PlanningOutcome {
    public Unsolvable {
      unreachable = List.copyOf(unreachable);
    }
  }

  /**
   * The problem has something that is not planned with here.
   *
   * @param inDomain at its places in the domain
   * @param inProblem at its places in the problem
   */
  record Unsupported(List<Diagnostic> inDomain, List<Diagnostic> inProblem)
      implements PlanningOutcome {
    public Unsupported {
      inDomain = List.copyOf(inDomain);
      inProblem = List.copyOf(inProblem);
    }
  }

  /** The budget of time, steps or memory was spent first. */
  record Exhausted(Effort effort) implements PlanningOutcome {}

  /**
   * What planning took.
   *
   * @param facts of the ground task, 0 if there is none
   * @param operators of the ground task, 0 if there is none
   * @param expanded states whose successors were generated
   * @param evaluated states that a heuristic was computed for
   * @param method what found the outcome, for people: {@code greedy search}
   */
  record Effort(int facts, int operators, long expanded, long evaluated, String method) {}
}
