package org.ponens.generators.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ponens.generators.planning.PlanningSource.Instance;
import org.ponens.generators.planning.PlanningSource.Style;
import org.ponens.generators.planning.disguise.Renaming;
import org.ponens.generators.planning.instance.Corruption;
import org.ponens.generators.planning.instance.InstanceHash;
import org.ponens.generators.planning.judge.PlanCheck;
import org.ponens.generators.planning.judge.PlanningVerifier;
import org.ponens.generators.planning.judge.Recognition;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.problem.PlanningSpec;
import org.ponens.generators.planning.prompt.PromptWriter;
import org.ponens.generators.planning.solution.Run;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.solution.ShortestPlans;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verdict;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.Validator;

/**
 * A question that nobody has looked at yet.
 *
 * @param least how short a shortest plan may be
 * @param most how long a shortest plan may be
 */
record PlanningDraft(
    Style style, Instance instance, int least, int most, OptionalInt level, ItemRandom random)
    implements TaskSource.Draft {

  /** The share of plans to check that are plans. */
  static final double VALID = 0.2;

  /** The share of facts that can never be true. */
  static final double NEVER = 0.25;

  /** Of plans that are plans, the share that was changed and is one still, where that is found. */
  private static final double HARMLESS = 0.5;

  private static final int TRIES = 12;

  /** Steps that one search for a plan may take; no clock decides what a task is. */
  private static final int SEARCHING = 5_000;

  private static final int SEARCHING_FOR_A_LEVEL = 1_500;
  private static final int SEARCHING_MORE_A_LEVEL = 200;

  /** Steps that judging the reference may take, where several searches are made. */
  private static final Budget JUDGING = new Budget(Duration.ofDays(1), 80_000);

  /** Nobody writes down more, in characters. */
  private static final int LONGEST_REFERENCE = 12_000;

  @Override
  public String problem() {
    return style.kind().label();
  }

  @Override
  public Fingerprint isomorphism() {
    return InstanceHash.of(
        style.world().label(),
        instance.scene(),
        instance.goal(),
        instance.steps(),
        instance.candidates());
  }

  /** For one search. What takes more is too hard for its level, most likely. */
  private Meter searching() {
    int steps =
        level.isPresent()
            ? SEARCHING_FOR_A_LEVEL + SEARCHING_MORE_A_LEVEL * level.getAsInt()
            : SEARCHING;
    return new Budget(Duration.ofDays(1), steps).start();
  }

  /** Whether what was measured is of the level; looked at before more is spent. */
  private boolean isOfLevel(Run run, TransitionSystem system) {
    double hardness = Measures.of(style.kind(), instance.scene(), system, run, 0, 0).hardness();
    return level.isEmpty()
        || PlanningLevels.curriculum(style.kind()).level(level.getAsInt()).contains(hardness);
  }

  private Domain domain() {
    return style.world().domain();
  }

  private Asked asked(List<Plan.Step> steps, OptionalInt optimum) {
    return new Asked(
        style.kind(),
        domain(),
        instance.scene(),
        instance.goal(),
        steps,
        instance.candidates(),
        optimum);
  }

  @Override
  public Optional<TaskSource.Solved> solve() {
    Meter meter = searching();
    TransitionSystem system = new TransitionSystem(domain(), instance.scene());
    return switch (style.kind()) {
      case STATE, TRACE ->
          Run.of(system, instance.steps())
              .filter(run -> !run.last().equals(run.states().getFirst()))
              .map(
                  run ->
                      solved(
                          asked(instance.steps(), OptionalInt.empty()),
                          system,
                          run,
                          new Certificate(List.of(), 0)));
      case RECOGNISE -> recognise(system);
      case PLAN, OPTIMAL, VERIFY, REACHABLE ->
          switch (ShortestPlans.find(domain(), instance.scene(), instance.goal(), meter)) {
            case Shortest.Exhausted exhausted -> Optional.empty();
            case Shortest.None none when isNeverAsked() ->
                Optional.of(
                    solved(
                        asked(List.of(), OptionalInt.empty()),
                        system,
                        Run.of(system, List.of()).orElseThrow(),
                        new Certificate(List.of(), none.expansions())));
            case Shortest.None none -> Optional.empty();
            case Shortest.Found found -> found(found, system, meter);
          };
    };
  }

  private boolean isNeverAsked() {
    return style.kind() == Kind.REACHABLE && style.label() < NEVER;
  }

  private Optional<TaskSource.Solved> found(
      Shortest.Found found, TransitionSystem system, Meter meter) {
    int length = found.steps().size();
    if (isNeverAsked() || length < least || length > most) {
      return Optional.empty();
    }
    Certificate certificate = Certificate.of(found.steps(), found.expansions());
    Run run = Run.of(system, found.steps()).orElseThrow();
    if (!isOfLevel(run, system)) {
      return Optional.empty();
    }
    return switch (style.kind()) {
      case VERIFY ->
          shown(found.steps(), system, meter)
              .map(steps -> solved(asked(steps, OptionalInt.empty()), system, run, certificate));
      case OPTIMAL ->
          Optional.of(solved(asked(List.of(), OptionalInt.of(length)), system, run, certificate));
      default ->
          Optional.of(solved(asked(List.of(), OptionalInt.empty()), system, run, certificate));
    };
  }

  /** A plan to check, with the label that was asked for. */
  private Optional<List<Plan.Step>> shown(
      List<Plan.Step> plan, TransitionSystem system, Meter meter) {
    boolean valid = style.label() < VALID;
    if (valid && random.chance(HARMLESS)) {
      return Optional.of(plan);
    }
    Validator validator =
        Validator.of(domain(), instance.scene().problem(domain().name(), instance.goal()));
    Corruption[] corruptions = Corruption.values();
    for (int i = 0; i < TRIES; i++) {
      List<Plan.Step> steps =
          corruptions[random.nextInt(corruptions.length)].apply(plan, system, random);
      Optional<PlanCheck> check = PlanCheck.of(validator, new Plan(steps), meter);
      if (check.isEmpty()) {
        return Optional.empty();
      }
      if (check.get() instanceof PlanCheck.Right == valid && !steps.equals(plan)) {
        return Optional.of(steps);
      }
    }
    return valid ? Optional.of(plan) : Optional.empty();
  }

  private Optional<TaskSource.Solved> recognise(TransitionSystem system) {
    int pursued = random.nextInt(instance.candidates().size());
    if (!(ShortestPlans.find(
                domain(), instance.scene(), instance.candidates().get(pursued), searching())
            instanceof Shortest.Found found)
        || found.steps().size() < Math.max(2, least)
        || found.steps().size() > most) {
      return Optional.empty();
    }
    Run run = Run.of(system, found.steps()).orElseThrow();
    if (!isOfLevel(run, system)) {
      return Optional.empty();
    }
    // Of less than two thirds of a plan, one has to think what the rest may be.
    int seen = random.between(1, Math.max(1, 2 * found.steps().size() / 3));
    Asked asked = asked(found.steps().subList(0, seen), OptionalInt.empty());
    for (int i = 0; i < instance.candidates().size(); i++) {
      if (i != pursued) {
        Optional<Boolean> consistent =
            Recognition.isConsistent(asked, instance.candidates().get(i), searching());
        if (consistent.isEmpty() || consistent.get()) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        solved(asked, system, run, Certificate.of(found.steps(), found.expansions())));
  }

  private TaskSource.Solved solved(
      Asked asked, TransitionSystem system, Run run, Certificate certificate) {
    Measures measures =
        Measures.of(
            style.kind(),
            instance.scene(),
            system,
            run,
            asked.steps().size(),
            certificate.expansions());
    SortedMap<String, String> knobs = new TreeMap<>();
    knobs.put(PlanningFamily.PROBLEM, style.kind().label());
    knobs.put(PlanningFamily.WORLD, style.world().label());
    knobs.put(PlanningFamily.WORDING, style.wording().label());
    knobs.put(PlanningFamily.NAMES, style.disguise().label());
    knobs.put(PlanningFamily.SIZE, Integer.toString(instance.size()));
    Difficulty difficulty = new Difficulty(level, knobs, measures.values(), measures.hardness());
    return new Solution(this, asked, system, run, certificate, difficulty);
  }

  /** A question with its answer, under the world's own names. */
  private record Solution(
      PlanningDraft draft,
      Asked asked,
      TransitionSystem system,
      Run run,
      Certificate certificate,
      Difficulty difficulty)
      implements TaskSource.Solved {

    @Override
    public Optional<TaskSource.Content> write() {
      Style style = draft.style;
      ItemRandom random = draft.random;
      Renaming renaming = Renaming.draw(style.disguise(), draft.domain(), asked.scene(), random);
      Asked renamed = renamed(renaming, random);
      Meter meter = JUDGING.start();
      Optional<String> reference = reference(renaming, renamed, meter);
      if (reference.isEmpty() || reference.get().length() > LONGEST_REFERENCE) {
        return Optional.empty();
      }
      Verdict verdict = new PlanningVerifier(renamed).verify(reference.get(), meter);
      if (verdict.status() == Verdict.Status.OVER_BUDGET) {
        return Optional.empty();
      }
      if (!verdict.correct()) {
        throw new IllegalStateException("a wrong answer: " + verdict.reason());
      }
      Certificate own =
          new Certificate(
              certificate.plan().isEmpty()
                  ? List.of()
                  : steps(renaming).stream().map(Plan.Step::toString).toList(),
              certificate.expansions());
      return Optional.of(
          new TaskSource.Content(
              PromptWriter.write(
                  renamed, style.world(), style.wording(), style.disguise(), style.answerFormat()),
              style.answerFormat(),
              PlanningSpec.toJson(renamed),
              reference.get(),
              own.toJson(),
              floor()));
    }

    private Asked renamed(Renaming renaming, ItemRandom random) {
      return new Asked(
          asked.kind(),
          renaming.domain(asked.domain(), random),
          renaming.scene(asked.scene()),
          renaming.facts(asked.goal()),
          asked.steps().stream().map(renaming::step).toList(),
          asked.candidates().stream().map(renaming::facts).toList(),
          asked.optimum());
    }

    /** The plan of the certificate, which the run has gone through. */
    private List<Plan.Step> steps(Renaming renaming) {
      return run.steps().stream().map(renaming::step).toList();
    }

    private Optional<String> reference(Renaming renaming, Asked renamed, Meter meter) {
      return switch (asked.kind()) {
        case PLAN, OPTIMAL -> Optional.of(lines(steps(renaming)));
        case REACHABLE ->
            Optional.of(certificate.plan().isEmpty() ? "never" : lines(steps(renaming)));
        case VERIFY ->
            PlanCheck.of(
                    Validator.of(renamed.domain(), renamed.problem()),
                    new Plan(renamed.steps()),
                    meter)
                .map(PlanCheck::answer);
        case STATE -> Optional.of(listed(renaming.facts(run.last())));
        case TRACE -> {
          List<String> lines = new ArrayList<>();
          for (int i = 1; i < run.states().size(); i++) {
            lines.add(i + ": " + listed(renaming.facts(run.states().get(i))));
          }
          yield Optional.of(String.join("\n", lines));
        }
        case RECOGNISE ->
            Recognition.consistent(renamed, meter)
                .filter(goals -> goals.size() == 1)
                .map(goals -> Integer.toString(goals.getFirst() + 1));
      };
    }

    private static String lines(List<Plan.Step> steps) {
      return steps.stream().map(Plan.Step::toString).collect(Collectors.joining("\n"));
    }

    private static String listed(List<Fact> facts) {
      return facts.stream().map(Fact::toString).sorted().collect(Collectors.joining(" "));
    }

    private GuessFloor floor() {
      return switch (asked.kind()) {
        case PLAN, OPTIMAL -> share(random(run.states().size() - 1));
        case VERIFY -> new GuessFloor(VALID, VALID, VALID);
        case STATE -> share(Math.scalb(1.0, -system.factCount()));
        case TRACE -> share(0);
        case REACHABLE -> new GuessFloor(NEVER, NEVER, NEVER);
        case RECOGNISE -> share(1.0 / asked.candidates().size());
      };
    }

    /** The chance that actions drawn one by one among those that can be done are this plan. */
    private double random(int length) {
      return StrictMath.pow(1 / Math.max(1, run.branching()), length);
    }

    private static GuessFloor share(double share) {
      return new GuessFloor(0, share, share);
    }
  }
}
