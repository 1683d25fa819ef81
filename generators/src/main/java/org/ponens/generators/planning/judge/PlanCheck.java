package org.ponens.generators.planning.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/**
 * What is to be said of a plan. In answers: {@code valid}; the number of the first action that
 * can't be done, and the facts that it lacks; or {@code goal} and the facts that are missing of it.
 */
public sealed interface PlanCheck {

  /** Every action can be done, and the goal is reached. */
  record Right() implements PlanCheck {}

  /**
   * An action can't be done.
   *
   * @param number of the first such action, from 1
   * @param missing the conditions of it that do not hold, as PDDL writes them
   */
  record Fails(int number, Set<String> missing) implements PlanCheck {
    public Fails {
      missing = Set.copyOf(missing);
    }
  }

  /**
   * Every action can be done, and the goal is not reached.
   *
   * @param missing the parts of the goal that do not hold, as PDDL writes them
   */
  record Misses(Set<String> missing) implements PlanCheck {
    public Misses {
      missing = Set.copyOf(missing);
    }
  }

  /** What is to be said of a plan; empty if the budget is spent first. */
  static Optional<PlanCheck> of(Validator validator, Plan plan, Meter meter) {
    return switch (validator.validate(plan, meter)) {
      case Validation.Undecided undecided -> Optional.empty();
      case Validation.Valid valid -> Optional.of(new Right());
      case Validation.Invalid invalid when invalid.failures().isEmpty() ->
          Optional.of(
              new Misses(
                  invalid.goal().stream()
                      .filter(part -> !part.holds())
                      .map(Validation.GoalPart::text)
                      .collect(Collectors.toSet())));
      case Validation.Invalid invalid -> {
        Validation.Failure failure = invalid.failures().getFirst();
        List<Validation.FalseCondition> unmet =
            failure.reason() instanceof Validation.Unmet(var conditions) ? conditions : List.of();
        yield Optional.of(
            new Fails(
                failure.number(),
                unmet.stream().map(Validation.FalseCondition::text).collect(Collectors.toSet())));
      }
    };
  }

  /** Whether a claim says at least where the plan fails. */
  default boolean isNear(PlanCheck claim) {
    return switch (this) {
      case Right right -> false;
      case Fails fails -> claim instanceof Fails other && other.number() == fails.number();
      case Misses misses -> claim instanceof Misses;
    };
  }

  /** This as an answer. */
  default String answer() {
    return switch (this) {
      case Right right -> "valid";
      case Fails(int number, var missing) -> number + " " + listed(missing);
      case Misses(var missing) -> "goal " + listed(missing);
    };
  }

  private static String listed(Set<String> facts) {
    return String.join(" ", new TreeSet<>(facts));
  }

  /** This as a phrase for people. */
  default String sentence() {
    return switch (this) {
      case Right right -> "the plan is valid";
      case Fails(int number, var missing) ->
          "action " + number + " is the first that can't be done, for lack of " + listed(missing);
      case Misses(var missing) -> "what the plan misses of the goal is " + listed(missing);
    };
  }
}
