package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.ClaimedTrace;
import org.ponens.grammar.pddl.ClaimedTrace.Claim;
import org.ponens.grammar.pddl.ClaimedTrace.Fact;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.TraceCheck.Mistake;
import org.ponens.solvers.planning.validation.TraceCheck.Wrong;
import org.ponens.solvers.planning.validation.Validation.Failure;
import org.ponens.solvers.planning.validation.Validation.GoalPart;

/** Executes the actions of a claimed trace and compares what is claimed with what happens. */
final class TraceChecker {

  private final Model model;
  private final Execution execution;
  private final Explanation explanation;
  private final List<Plan.Step> done = new ArrayList<>();

  TraceChecker(Domain domain, Model model, Meter meter) {
    this.model = model;
    this.execution = new Execution(model, meter);
    this.explanation = new Explanation(domain, model, execution, done, meter);
  }

  TraceCheck check(ClaimedTrace trace) {
    List<Section> sections = sections(trace.claims());
    Optional<Wrong> wrong = checkInitial(sections.get(0));
    for (int i = 1; wrong.isEmpty() && i < sections.size(); i++) {
      wrong = checkStep(sections.get(i), i);
    }
    return wrong.isPresent()
        ? wrong.get()
        : new TraceCheck.Right(sections.size() - 1, execution.isGoalReached());
  }

  /** An action, if not the initial section, with what is claimed of it and of the state behind. */
  private static final class Section {
    private final Optional<Plan.Step> step;
    private final List<Fact> preconditions = new ArrayList<>();
    private final List<Fact> additions = new ArrayList<>();
    private final List<Fact> deletions = new ArrayList<>();
    private final List<ClaimedTrace.State> states = new ArrayList<>();
    private final List<ClaimedTrace.Goal> goals = new ArrayList<>();
    private boolean effects;

    private Section(Optional<Plan.Step> step) {
      this.step = step;
    }

    private boolean isAboutNextAction() {
      return step.isEmpty() || !states.isEmpty() || effects;
    }
  }

  private static List<Section> sections(List<Claim> claims) {
    List<Section> sections = new ArrayList<>();
    Section now = new Section(Optional.empty());
    sections.add(now);
    List<Fact> ahead = new ArrayList<>();
    for (Claim claim : claims) {
      switch (claim) {
        case ClaimedTrace.Action it -> {
          now = new Section(Optional.of(it.step()));
          now.preconditions.addAll(ahead);
          ahead.clear();
          sections.add(now);
        }
        case ClaimedTrace.State it -> now.states.add(it);
        case ClaimedTrace.Preconditions it ->
            (now.isAboutNextAction() ? ahead : now.preconditions).addAll(it.facts());
        case ClaimedTrace.Additions it -> {
          now.effects = true;
          now.additions.addAll(it.facts());
        }
        case ClaimedTrace.Deletions it -> {
          now.effects = true;
          now.deletions.addAll(it.facts());
        }
        case ClaimedTrace.Goal it -> now.goals.add(it);
      }
    }
    return sections;
  }

  private Optional<Wrong> checkInitial(Section section) {
    for (ClaimedTrace.State state : section.states) {
      Optional<Fact> unknown = firstUntrue(state);
      if (unknown.isPresent()) {
        return wrong(
            Mistake.INITIAL_STATE,
            0,
            unknown.get().toString(),
            "is claimed of the initial state and does not hold in it",
            unknown.get().place());
      }
      Optional<Long> left = firstLeft(state);
      if (left.isPresent()) {
        String fact = model.universe().atom(left.get());
        return wrong(
            Mistake.INITIAL_STATE,
            0,
            fact,
            "holds in the initial state and is not claimed of it",
            state.place());
      }
    }
    return checkGoals(section, 0);
  }

  private Optional<Wrong> checkStep(Section section, int number) {
    Plan.Step step = section.step.orElseThrow();
    Optional<Execution.Call> call = execution.resolve(step);
    if (call.isEmpty()) {
      return failed(Mistake.ACTION, number, step, "is no action of this problem", call);
    }
    for (Fact fact : section.preconditions) {
      if (!isTrue(fact)) {
        return wrong(
            Mistake.PRECONDITION_CLAIM,
            number,
            fact.toString(),
            "is claimed to hold before " + step + " and does not",
            fact.place());
      }
    }
    if (!execution.isApplicable(call.get())) {
      return failed(
          Mistake.PRECONDITION_CLAIM, number, step, "cannot be done: a precondition fails", call);
    }
    Optional<Execution.Changes> changes = execution.changes(call.get());
    if (changes.isEmpty()) {
      return failed(Mistake.PRECONDITION_CLAIM, number, step, "has no defined effect", call);
    }
    Set<Long> added = set(changes.get().adds());
    Set<Long> deleted = set(changes.get().deletes());
    Set<Long> appeared = new LinkedHashSet<>(added);
    appeared.removeIf(execution.state()::isTrue);
    Set<Long> vanished = new LinkedHashSet<>(deleted);
    vanished.removeIf(c -> !execution.state().isTrue(c));
    execution.apply(changes.get(), number);
    done.add(step);
    return checkEffects(section, number, added, deleted, appeared, vanished)
        .or(() -> checkStates(section, number, added, vanished))
        .or(() -> checkGoals(section, number));
  }

  private static Set<Long> set(long[] codes) {
    Set<Long> set = new LinkedHashSet<>();
    Arrays.stream(codes).forEach(set::add);
    return set;
  }

  private Optional<Wrong> checkEffects(
      Section section,
      int number,
      Set<Long> added,
      Set<Long> deleted,
      Set<Long> appeared,
      Set<Long> vanished) {
    if (!section.effects) {
      return Optional.empty();
    }
    Plan.Step step = section.step.orElseThrow();
    List<Fact> claimedAdds = signed(section.additions, section.deletions, true);
    List<Fact> claimedDeletes = signed(section.additions, section.deletions, false);
    return missing(appeared, claimedAdds, number, step, " makes true and is not among its effects")
        .or(
            () ->
                section.deletions.isEmpty() && claimedDeletes.isEmpty()
                    ? Optional.empty()
                    : missing(
                        vanished,
                        claimedDeletes,
                        number,
                        step,
                        " makes false and is not among its effects"))
        .or(() -> extra(claimedAdds, added, number, step, " to become true by "))
        .or(() -> extra(claimedDeletes, deleted, number, step, " to become false by "));
  }

  // "Effects: (holding a) (not (clear a))": a negative addition is a deletion.
  private static List<Fact> signed(List<Fact> additions, List<Fact> deletions, boolean positive) {
    Stream<Fact> adds = additions.stream().filter(f -> f.positive() == positive);
    return Stream.concat(adds, positive ? Stream.empty() : deletions.stream()).toList();
  }

  private Optional<Wrong> missing(
      Set<Long> actual, List<Fact> claimed, int number, Plan.Step step, String how) {
    Set<Long> said = new LinkedHashSet<>();
    claimed.forEach(f -> code(f).ifPresent(said::add));
    return actual.stream()
        .filter(c -> !said.contains(c))
        .findFirst()
        .flatMap(
            c ->
                wrong(
                    Mistake.EFFECT_MISSING,
                    number,
                    model.universe().atom(c),
                    "is what " + step + how,
                    step.place()));
  }

  private Optional<Wrong> extra(
      List<Fact> claimed, Set<Long> actual, int number, Plan.Step step, String how) {
    return claimed.stream()
        .filter(f -> code(f).filter(c -> actual.contains(c) || isDerived(c)).isEmpty())
        .findFirst()
        .flatMap(
            f ->
                wrong(
                    Mistake.EFFECT_EXTRA,
                    number,
                    f.toString(),
                    "is claimed" + how + step + ", which has no such effect",
                    f.place()));
  }

  private boolean isDerived(long code) {
    return model.universe().isDerived(model.universe().predicates().symbol(code));
  }

  private Optional<Wrong> checkStates(
      Section section, int number, Set<Long> added, Set<Long> vanished) {
    Plan.Step step = section.step.orElseThrow();
    for (ClaimedTrace.State state : section.states) {
      Set<Long> said = said(state);
      Optional<Long> unsaid = added.stream().filter(c -> !said.contains(c)).findFirst();
      if (unsaid.isPresent()) {
        return wrong(
            Mistake.EFFECT_MISSING,
            number,
            model.universe().atom(unsaid.get()),
            "is made true by " + step + " and is not in the claimed state",
            state.place());
      }
      Optional<Fact> kept =
          state.facts().stream()
              .filter(f -> f.positive() && code(f).filter(vanished::contains).isPresent())
              .findFirst();
      if (kept.isPresent()) {
        return wrong(
            Mistake.EFFECT_MISSING,
            number,
            kept.get().toString(),
            "is made false by " + step + " and is still in the claimed state",
            kept.get().place());
      }
      Optional<Fact> untrue = firstUntrue(state);
      if (untrue.isPresent()) {
        return wrong(
            isTouched(step, untrue.get()) ? Mistake.EFFECT_EXTRA : Mistake.FRAME_VIOLATION,
            number,
            untrue.get().toString(),
            "is in the claimed state; it did not hold before, and "
                + step
                + " does not make it true",
            untrue.get().place());
      }
      Optional<Long> left = firstLeft(state);
      if (left.isPresent()) {
        return wrong(
            Mistake.FRAME_VIOLATION,
            number,
            model.universe().atom(left.get()),
            "held before and " + step + " does not change it, but it is not in the claimed state",
            state.place());
      }
    }
    return Optional.empty();
  }

  private boolean isTouched(Plan.Step step, Fact fact) {
    Scheme scheme = execution.resolve(step).orElseThrow().scheme();
    int predicate = model.universe().predicates().find(fact.predicate());
    return scheme.effects().stream()
        .flatMap(e -> Stream.concat(e.adds().stream(), e.deletes().stream()))
        .anyMatch(l -> l.predicate() == predicate);
  }

  private Optional<Wrong> checkGoals(Section section, int number) {
    for (ClaimedTrace.Goal goal : section.goals) {
      if (goal.reached() != execution.isGoalReached()) {
        Optional<GoalPart> part = explanation.goals().stream().filter(p -> !p.holds()).findFirst();
        return wrong(
            Mistake.GOAL_CLAIM,
            number,
            part.map(GoalPart::text).orElse("the goal"),
            part.isPresent()
                ? "does not hold, so the goal is not reached"
                : "is reached, and claimed not to be",
            goal.place());
      }
    }
    return Optional.empty();
  }

  // The first fact claimed that does not hold; a fact of no predicate or object does not.
  private Optional<Fact> firstUntrue(ClaimedTrace.State state) {
    return state.facts().stream().filter(f -> f.positive() && !isTrue(f)).findFirst();
  }

  // The first basic fact that can change, holds, and is not claimed.
  private Optional<Long> firstLeft(ClaimedTrace.State state) {
    Set<Long> said = said(state);
    return Arrays.stream(execution.state().trueAtoms())
        .filter(c -> !model.isStatic(model.universe().predicates().symbol(c)))
        .filter(c -> !said.contains(c))
        .boxed()
        .findFirst();
  }

  private Set<Long> said(ClaimedTrace.State state) {
    Set<Long> said = new LinkedHashSet<>();
    state.facts().stream().filter(Fact::positive).forEach(f -> code(f).ifPresent(said::add));
    return said;
  }

  private boolean isTrue(Fact fact) {
    return fact.predicate().equals("=")
        || code(fact)
            .map(
                c ->
                    execution.interpreter().isTrue(model.universe().predicates().symbol(c), c)
                        == fact.positive())
            .orElse(!fact.positive());
  }

  private Optional<Long> code(Fact fact) {
    int predicate = model.universe().predicates().find(fact.predicate());
    if (predicate < 0
        || model.universe().predicates().arity(predicate) != fact.arguments().size()) {
      return Optional.empty();
    }
    int[] arguments = fact.arguments().stream().mapToInt(model.universe()::object).toArray();
    return Arrays.stream(arguments).anyMatch(a -> a < 0)
        ? Optional.empty()
        : Optional.of(model.universe().predicates().code(predicate, arguments));
  }

  private Optional<Wrong> failed(
      Mistake mistake, int number, Plan.Step step, String message, Optional<Execution.Call> call) {
    boolean applicable = call.isPresent() && execution.isApplicable(call.get());
    Failure failure = new Failure(number, step, explanation.reason(step, call, applicable));
    return Optional.of(
        new Wrong(
            mistake,
            number,
            step.toString(),
            step + " " + message,
            step.place(),
            Optional.of(failure)));
  }

  private static Optional<Wrong> wrong(
      Mistake mistake, int number, String what, String message, Place place) {
    return Optional.of(
        new Wrong(mistake, number, what, what + " " + message, place, Optional.empty()));
  }
}
