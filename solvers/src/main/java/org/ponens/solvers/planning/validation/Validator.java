package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.pddl.ClaimedTrace;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.Unsupported;
import org.ponens.solvers.planning.Unsupported.Use;
import org.ponens.solvers.planning.validation.Validation.Failure;

/**
 * Validates plans for one problem, on the lifted domain and independently of the planner: types,
 * equality, negative, disjunctive and quantified conditions, conditional effects, derived
 * predicates, numbers. What PDDL leaves open is read strictly: an action with too many objects is
 * no action, a number without a value makes a condition false.
 *
 * <p>Immutable and thread-safe: made once, used for many plans. Semantics: Fox and Long, PDDL2.1
 * (2003), sections 4 and 8, for one action at a time, where an atom both added and deleted is
 * added; derived predicates as in Thiébaux, Hoffmann and Nebel, In Defense of PDDL Axioms (2005).
 */
public final class Validator {

  /** How many ways to put a thing right are named. */
  public static final int MAX_SUGGESTIONS = 5;

  /** What is done behind an action that cannot be done. */
  public enum AfterFailure {
    /** Nothing. */
    STOP,
    /** The action is passed over. */
    SKIP,
    /** The action is done all the same, where the domain says what it does. */
    ASSUME
  }

  private final Domain domain;
  private final Model model;

  private Validator(Domain domain, Model model) {
    this.domain = domain;
    this.model = model;
  }

  /**
   * The validator for a problem.
   *
   * @param domain read without errors
   * @param problem of that domain, read without errors
   * @throws IllegalArgumentException if {@link Unsupported} finds something, or there are more
   *     atoms than 64 bits can number
   */
  public static Validator of(Domain domain, Problem problem) {
    List<Diagnostic> unsupported = new ArrayList<>(Unsupported.in(domain, Use.VALIDATION));
    unsupported.addAll(Unsupported.in(problem, Use.VALIDATION));
    if (!unsupported.isEmpty()) {
      throw new IllegalArgumentException(unsupported.get(0).message());
    }
    return new Validator(domain, Model.of(domain, problem));
  }

  /** Whether a plan is one; empty if the budget was spent first. The quickest question. */
  public Optional<Boolean> isValid(Plan plan, Meter meter) {
    try {
      return Optional.of(run(plan, new Execution(model, meter)));
    } catch (Interpreter.ExhaustedException e) {
      return Optional.empty();
    }
  }

  private boolean run(Plan plan, Execution execution) {
    int number = 0;
    for (Plan.Step step : plan.steps()) {
      number++;
      Optional<Execution.Call> call = execution.resolve(step);
      if (call.isEmpty() || !execution.isApplicable(call.get())) {
        return false;
      }
      Optional<Execution.Changes> changes = execution.changes(call.get());
      if (changes.isEmpty()) {
        return false;
      }
      execution.apply(changes.get(), number);
    }
    return execution.isGoalReached();
  }

  /** Validates a plan up to the first action that cannot be done. */
  public Validation validate(Plan plan, Meter meter) {
    return validate(plan, AfterFailure.STOP, meter);
  }

  /**
   * Validates a plan, and explains what is wrong.
   *
   * @param after what to do behind an action that cannot be done
   */
  public Validation validate(Plan plan, AfterFailure after, Meter meter) {
    try {
      Execution quick = new Execution(model, meter);
      return run(plan, quick)
          ? new Validation.Valid(plan.steps().size(), quick.metric())
          : explain(plan, after, meter);
    } catch (Interpreter.ExhaustedException e) {
      return new Validation.Undecided();
    }
  }

  private Validation explain(Plan plan, AfterFailure after, Meter meter) {
    Execution execution = new Execution(model, meter);
    Explanation explanation = new Explanation(domain, model, execution, plan.steps(), meter);
    List<Failure> failures = new ArrayList<>();
    int number = 0;
    explanation.noteGoals(0);
    for (Plan.Step step : plan.steps()) {
      number++;
      Optional<Execution.Call> call = execution.resolve(step);
      boolean applicable = call.isPresent() && execution.isApplicable(call.get());
      Optional<Execution.Changes> changes = call.flatMap(execution::changes);
      if (!applicable || changes.isEmpty()) {
        failures.add(new Failure(number, step, explanation.reason(step, call, applicable)));
        if (after == AfterFailure.STOP) {
          break;
        }
      }
      if (changes.isPresent() && (applicable || after == AfterFailure.ASSUME)) {
        execution.apply(call.flatMap(execution::changes).orElseThrow(), number);
      }
      explanation.noteGoals(number);
    }
    int prefix = failures.isEmpty() ? plan.steps().size() : failures.get(0).number() - 1;
    return new Validation.Invalid(prefix, failures, explanation.goals());
  }

  /**
   * Writes down what happens as a plan is executed.
   *
   * @return empty if the budget was spent first
   */
  public Optional<Trace> trace(Plan plan, Meter meter) {
    try {
      return Optional.of(new Tracer(domain, model, plan, meter).run());
    } catch (Interpreter.ExhaustedException e) {
      return Optional.empty();
    }
  }

  /** Looks for the first wrong claim about the execution of a plan. */
  public TraceCheck check(ClaimedTrace trace, Meter meter) {
    try {
      return new TraceChecker(domain, model, meter).check(trace);
    } catch (Interpreter.ExhaustedException e) {
      return new TraceCheck.Undecided();
    }
  }
}
