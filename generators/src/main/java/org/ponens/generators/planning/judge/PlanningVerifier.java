package org.ponens.generators.planning.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.solution.Run;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.solution.ShortestPlans;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verdict.Status;
import org.ponens.generators.task.Verifier;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/**
 * Judges answers to one question about a world. Plans are validated, never compared; what does not
 * depend on the answer is found out once.
 */
public final class PlanningVerifier implements Verifier {

  private static final Verdict OVER_BUDGET =
      Verdict.rejected(Status.OVER_BUDGET, "verifying this answer takes more steps than allowed");

  /** Partial credit of a plan that is longer than need be, and of a step without its facts. */
  private static final double HALF = 0.5;

  private final Asked asked;
  private final Validator validator;
  private final TransitionSystem system;
  private final AtomicReference<@Nullable PlanCheck> check = new AtomicReference<>();
  private final AtomicReference<@Nullable Boolean> reachable = new AtomicReference<>();
  private final AtomicReference<@Nullable Integer> pursued = new AtomicReference<>();

  /**
   * A verifier for one question.
   *
   * @throws IllegalArgumentException if the question's domain is not one of a world here
   */
  public PlanningVerifier(Asked asked) {
    this.asked = asked;
    this.validator = Validator.of(asked.domain(), asked.problem());
    this.system = new TransitionSystem(asked.domain(), asked.scene());
  }

  @Override
  public Verdict verify(String answer, Meter meter) {
    return switch (asked.kind()) {
      case PLAN, OPTIMAL -> plan(answer, meter);
      case VERIFY -> checked(answer, meter);
      case STATE -> state(answer);
      case TRACE -> trace(answer);
      case REACHABLE -> reachable(answer, meter);
      case RECOGNISE -> recognised(answer, meter);
    };
  }

  private static Verdict unreadable(String reason) {
    return Verdict.rejected(Status.UNREADABLE, reason);
  }

  private Verdict plan(String answer, Meter meter) {
    Parsed<Plan> parsed = Pddl.parsePlan(Source.of(answer), asked.domain());
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        return unreadable(diagnostic.message());
      }
    }
    return validated(parsed.value().orElseThrow(), meter);
  }

  private Verdict validated(Plan plan, Meter meter) {
    if (plan.steps().isEmpty()) {
      return unreadable("the answer has no action");
    }
    return switch (validator.validate(plan, meter)) {
      case Validation.Undecided undecided -> OVER_BUDGET;
      case Validation.Invalid invalid -> Verdict.wrong(Words.of(invalid));
      case Validation.Valid valid when asked.optimum().isPresent() -> {
        int optimum = asked.optimum().getAsInt();
        yield valid.length() <= optimum
            ? Verdict.correct("a plan of " + optimum + " actions, as few as can be")
            : Verdict.wrong(
                HALF * optimum / valid.length(),
                "a plan, but of " + valid.length() + " actions, and " + optimum + " are enough");
      }
      case Validation.Valid valid ->
          Verdict.correct("every action can be done, and the goal is reached");
    };
  }

  private Verdict checked(String answer, Meter meter) {
    Optional<PlanCheck> claim = PlanCheckReader.read(answer);
    if (claim.isEmpty()) {
      return unreadable(
          "the answer is neither 'valid', nor the number of an action and facts, nor 'goal' and"
              + " facts");
    }
    PlanCheck truth = check.get();
    if (truth == null) {
      Optional<PlanCheck> found = PlanCheck.of(validator, new Plan(asked.steps()), meter);
      if (found.isEmpty()) {
        return OVER_BUDGET;
      }
      truth = found.get();
      check.set(truth);
    }
    return truth.equals(claim.get())
        ? Verdict.correct(truth.sentence())
        : Verdict.wrong(truth.isNear(claim.get()) ? HALF : 0, "that is not so");
  }

  private Verdict state(String answer) {
    return switch (FactReader.read(answer)) {
      case FactReader.Reading.Fault(var reason) -> unreadable(reason);
      case FactReader.Reading.Literals(var literals) -> {
        List<List<Fact>> states = states();
        Optional<StateClaim.Fault> fault =
            new StateClaim(system, literals).fault(states.getLast(), states.getFirst());
        yield fault
            .map(f -> Verdict.wrong(f.nearness(), f.reason()))
            .orElseGet(() -> Verdict.correct("these facts are true, and no others"));
      }
    };
  }

  private List<List<Fact>> states() {
    return Run.of(system, asked.steps())
        .orElseThrow(() -> new IllegalStateException("the question has actions that can't be done"))
        .states();
  }

  private Verdict trace(String answer) {
    List<List<Fact>> states = states();
    int steps = states.size() - 1;
    List<String> lines = TraceLines.of(answer);
    if (lines.size() != steps) {
      return unreadable("the answer has " + lines.size() + " lines of facts, and not " + steps);
    }
    for (int i = 1; i <= steps; i++) {
      switch (FactReader.read(lines.get(i - 1))) {
        case FactReader.Reading.Fault(var reason) -> {
          return unreadable("line " + i + ": " + reason);
        }
        case FactReader.Reading.Literals(var literals) -> {
          Optional<StateClaim.Fault> fault =
              new StateClaim(system, literals).fault(states.get(i), states.get(i - 1));
          if (fault.isPresent()) {
            return Verdict.wrong(
                HALF * (i - 1) / steps, "after action " + i + ": " + fault.get().reason());
          }
        }
      }
    }
    return Verdict.correct("the facts after each action are right");
  }

  private Verdict reachable(String answer, Meter meter) {
    String word = answer.strip().toLowerCase(Locale.ROOT);
    word = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    if (!Set.of("never", "unreachable", "impossible", "no").contains(word)) {
      return plan(answer, meter);
    }
    Boolean known = reachable.get();
    if (known == null) {
      switch (ShortestPlans.find(asked.domain(), asked.scene(), asked.goal(), meter)) {
        case Shortest.Found found -> known = true;
        case Shortest.None none -> known = false;
        case Shortest.Exhausted exhausted -> {
          return OVER_BUDGET;
        }
      }
      reachable.set(known);
    }
    return known
        ? Verdict.wrong("there are actions that lead there")
        : Verdict.correct("no actions lead there");
  }

  private Verdict recognised(String answer, Meter meter) {
    OptionalInt number = Words.number(answer);
    int most = asked.candidates().size();
    if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > most) {
      return unreadable("the answer is no number from 1 to " + most);
    }
    Integer known = pursued.get();
    if (known == null) {
      Optional<List<Integer>> consistent = Recognition.consistent(asked, meter);
      if (consistent.isEmpty()) {
        return OVER_BUDGET;
      }
      if (consistent.get().size() != 1) {
        throw new IllegalStateException("several goals, or none, go with the actions");
      }
      known = consistent.get().getFirst() + 1;
      pursued.set(known);
    }
    return known == number.getAsInt()
        ? Verdict.correct("no other goal has a shortest plan that begins like this")
        : Verdict.wrong("no shortest plan for this goal begins like this");
  }
}
