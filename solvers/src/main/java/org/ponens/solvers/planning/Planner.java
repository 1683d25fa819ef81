package org.ponens.solvers.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.PddlCode;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.PlanningOutcome.Effort;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;
import org.ponens.solvers.planning.search.LazyGreedySearch;
import org.ponens.solvers.planning.search.OptimalSearch;
import org.ponens.solvers.planning.search.SearchResult;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/**
 * Finds plans: grounds the problem, searches, and has every plan validated on the lifted problem
 * before it is returned. Stateless and thread-safe; a call uses one thread.
 */
public final class Planner {

  /** Memory that a call uses for its states and queues unless told otherwise. */
  public static final long DEFAULT_BYTES = 2_000_000_000L;

  private Planner() {}

  /**
   * Looks for a plan, not for a cheap one.
   *
   * @param domain read without errors
   * @param problem of that domain, read without errors
   * @param maxBytes memory for states and queues, approximately
   */
  public static PlanningOutcome plan(Domain domain, Problem problem, Meter meter, long maxBytes) {
    return run(domain, problem, meter, maxBytes, false);
  }

  /**
   * Looks for a plan with the least metric or, where the problem has none, with the fewest actions.
   *
   * @param domain read without errors
   * @param problem of that domain, read without errors
   * @param maxBytes memory for states and queues, approximately
   */
  public static PlanningOutcome optimal(
      Domain domain, Problem problem, Meter meter, long maxBytes) {
    return run(domain, problem, meter, maxBytes, true);
  }

  private static PlanningOutcome run(
      Domain domain, Problem problem, Meter meter, long maxBytes, boolean optimal) {
    List<Diagnostic> inDomain = Unsupported.in(domain, Unsupported.Use.PLANNING);
    List<Diagnostic> inProblem = Unsupported.in(problem, Unsupported.Use.PLANNING);
    if (!inDomain.isEmpty() || !inProblem.isEmpty()) {
      return new PlanningOutcome.Unsupported(inDomain, inProblem);
    }
    return switch (Grounder.ground(domain, problem, meter)) {
      case Grounding.Grounded it ->
          outcome(domain, problem, it.task(), search(it.task(), meter, maxBytes, optimal), optimal);
      case Grounding.Unreachable it ->
          new PlanningOutcome.Unsolvable(
              it.unreachable(), new Effort(0, 0, 0, 0, "relaxed reachability"));
      case Grounding.Unsupported it ->
          new PlanningOutcome.Unsupported(
              List.of(),
              List.of(Diagnostic.error(PddlCode.NOT_SOLVED, problem.place().span(), it.why())));
      case Grounding.Exhausted it ->
          new PlanningOutcome.Exhausted(new Effort(0, 0, 0, 0, "grounding"));
    };
  }

  private record Attempt(SearchResult result, String method) {}

  private static Attempt search(GroundTask task, Meter meter, long maxBytes, boolean optimal) {
    return optimal
        ? new Attempt(OptimalSearch.solve(task, meter, maxBytes), "A* with landmark cuts")
        : new Attempt(LazyGreedySearch.solve(task, meter, maxBytes), "greedy search");
  }

  private static PlanningOutcome outcome(
      Domain domain, Problem problem, GroundTask task, Attempt attempt, boolean optimal) {
    Effort effort =
        new Effort(
            task.factCount(),
            task.operators().size(),
            attempt.result().statistics().expanded(),
            attempt.result().statistics().evaluated(),
            attempt.method());
    return switch (attempt.result()) {
      case SearchResult.Found it ->
          planned(domain, problem, plan(task, it.operators()), optimal, effort);
      case SearchResult.Unsolvable it -> new PlanningOutcome.Unsolvable(List.of(), effort);
      case SearchResult.Exhausted it -> new PlanningOutcome.Exhausted(effort);
    };
  }

  /** The plan that does these operators of a task. */
  public static Plan plan(GroundTask task, int[] operators) {
    List<Plan.Step> steps = new ArrayList<>(operators.length);
    for (int operator : operators) {
      String name = task.operators().get(operator).name();
      List<String> words = List.of(name.substring(1, name.length() - 1).split(" "));
      steps.add(Plan.Step.of(words.get(0), words.subList(1, words.size())));
    }
    return new Plan(steps);
  }

  private static PlanningOutcome planned(
      Domain domain, Problem problem, Plan plan, boolean optimal, Effort effort) {
    Meter meter = Budget.of(Duration.ofMinutes(10)).start();
    return switch (Validator.of(domain, problem).validate(plan, meter)) {
      case Validation.Valid it -> new PlanningOutcome.Planned(plan, it.metric(), optimal, effort);
      case Validation.Invalid it ->
          throw new IllegalStateException("a plan was found that is not valid: " + it);
      case Validation.Undecided it -> new PlanningOutcome.Exhausted(effort);
    };
  }
}
