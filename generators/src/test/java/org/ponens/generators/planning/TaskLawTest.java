package org.ponens.generators.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ponens.generators.planning.judge.PlanCheck;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.problem.PlanningSpec;
import org.ponens.generators.planning.solution.Run;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.Validator;

/** What holds of tasks of every kind in every world, from the seed to the verdict. */
class TaskLawTest {

  private static final Map<String, String> ALL =
      Map.of("answer", "all", "size", "2..3", "steps", "2..5", "length", "2..9");
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 2_000_000);
  private static final int OF_EACH = 2;

  private static final List<Task> TASKS = new ArrayList<>();

  @BeforeAll
  static void draw() throws InvalidSettingException {
    for (Kind kind : Kind.values()) {
      for (World world : World.all()) {
        TASKS.addAll(PlanningTasks.draw(knobs(kind, world), 11, OF_EACH));
      }
    }
  }

  private static Map<String, String> knobs(Kind kind, World world) {
    Map<String, String> knobs = new TreeMap<>(ALL);
    knobs.put("problem", kind.label());
    knobs.put("world", world.label());
    return knobs;
  }

  private static List<Task> of(Kind kind) {
    return TASKS.stream().filter(task -> PlanningTasks.kind(task) == kind).toList();
  }

  private static void isWrong(Task task, String answer) throws InvalidTaskException {
    Judgement judgement = PlanningTasks.verification(task).judgeAnswer(answer);
    assertThat(judgement).isInstanceOf(Judgement.Judged.class);
    assertThat(judgement.correct()).as(() -> task.prompt() + "\n" + answer).isFalse();
    assertThat(judgement.score()).isZero();
  }

  private static void isRight(Task task, String answer) throws InvalidTaskException {
    Judgement judgement = PlanningTasks.verification(task).judgeAnswer(answer);
    assertThat(judgement.correct())
        .as(() -> task.prompt() + "\n" + answer + "\n" + judgement.reason())
        .isTrue();
  }

  @Test
  void tasks_areOfEveryKindInEveryWorld() {
    assertThat(TASKS).hasSize(Kind.values().length * World.all().size() * OF_EACH);
  }

  @Test
  void theReference_isCorrect_inTheFormatAskedFor_behindThoughts() throws InvalidTaskException {
    for (Task task : TASKS) {
      String response =
          "<think>Is it <answer>valid</answer>?\nAnswer: never</think>\nI looked at it all.\n\n"
              + task.answerFormat().mark(task.reference().orElseThrow());
      Judgement judgement = PlanningTasks.verification(task).judge(response);
      assertThat(judgement.correct())
          .as(() -> task.prompt() + "\n" + response + "\n" + judgement.reason())
          .isTrue();
      assertThat(judgement.score()).isEqualTo(1);
    }
  }

  @Test
  void anothersReference_isWrong() throws InvalidTaskException {
    for (int i = 1; i < TASKS.size(); i++) {
      Task task = TASKS.get(i);
      String other = TASKS.get(i - 1).reference().orElseThrow();
      boolean sharesAnswers = Set.of("never", "valid").contains(other) || other.length() < 2;
      if (!sharesAnswers && !other.equals(task.reference().orElseThrow())) {
        isWrong(task, other);
      }
    }
  }

  @Test
  void theSameSeed_givesTheSameBytes_inAnyOrder() throws InvalidSettingException {
    Map<String, String> knobs = new TreeMap<>(ALL);
    TaskStream one = PlanningTasks.stream(knobs, "", 5, Split.TRAIN);
    List<String> forth = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forth.add(json(one.item(i)));
    }
    TaskStream other = PlanningTasks.stream(knobs, "", 5, Split.TRAIN);
    for (int i = 39; i >= 0; i--) {
      assertThat(json(other.item(i))).isEqualTo(forth.get(i));
    }
  }

  private static String json(TaskStream.Item item) {
    return item instanceof TaskStream.Item.Made made ? TaskJson.write(made.task()) : "missed";
  }

  @Test
  void aTask_survivesItsJson_andItsSpecIsReadBack() throws InvalidTaskException {
    for (Task task : TASKS) {
      assertThat(TaskJson.read(TaskJson.write(task))).isEqualTo(task);
      assertThat(PlanningSpec.toJson(PlanningTasks.asked(task))).isEqualTo(task.spec());
    }
  }

  @Test
  void check_findsNothingWrong_butInAnothersReference() throws InvalidTaskException {
    for (Task task : TASKS) {
      assertThat(PlanningTasks.FAMILY.check(task, BUDGET.start())).isEmpty();
      assertThat(PlanningTasks.FAMILY.explain(task)).isNotBlank();
    }
  }

  @Test
  void thePrompt_namesEveryObjectAndAction_andNotTheAnswer() throws InvalidTaskException {
    for (Task task : TASKS) {
      Asked asked = PlanningTasks.asked(task);
      asked.scene().objects().forEach(o -> assertThat(task.prompt()).contains(o.name()));
      asked.domain().actions().forEach(a -> assertThat(task.prompt()).contains("(" + a.name()));
      asked.domain().actions().forEach(a -> assertThat(task.prompt()).contains(a.name()));
      String reference = task.reference().orElseThrow();
      if (reference.contains("(") && !reference.contains("goal")) {
        assertThat(task.prompt()).doesNotContain(reference);
      }
    }
  }

  @Test
  void disguisedPrompts_sayNothingOfTheWorld() throws InvalidSettingException {
    for (World world : World.all()) {
      for (Task task :
          PlanningTasks.draw(
              Map.of("world", world.label(), "names", "words,tokens", "size", "2..3"), 3, 8)) {
        world.domain().actions().stream()
            .map(a -> "(" + a.name())
            .forEach(name -> assertThat(task.prompt() + task.spec()).doesNotContain(name + " "));
        world.domain().predicates().stream()
            .map(p -> "(" + p.name() + " ")
            .forEach(name -> assertThat(task.prompt() + task.spec()).doesNotContain(name));
        assertThat(task.prompt()).doesNotContain(world.label());
      }
    }
  }

  @Test
  void plans_areRightIfValid_andWrongIfNot() throws InvalidTaskException {
    for (Task task : of(Kind.PLAN)) {
      List<String> lines = task.reference().orElseThrow().lines().toList();
      isRight(task, "```\n" + String.join("\n", lines) + "\n```");
      List<String> numbered = new ArrayList<>();
      for (String line : lines) {
        numbered.add((numbered.size() + 1) + ". " + line);
      }
      isRight(task, String.join("\n", numbered));
      isWrong(task, String.join("\n", lines.subList(0, lines.size() - 1)));
      isWrong(task, String.join("\n", lines.subList(1, lines.size())));
      isWrong(task, "(fly-to-the-moon)");
      isWrong(task, "");
    }
  }

  @Test
  void longerPlans_arePlans_andNotOptimal() throws InvalidTaskException {
    for (Task task : of(Kind.OPTIMAL)) {
      Asked asked = PlanningTasks.asked(task);
      TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
      List<Plan.Step> plan = Pddl.parsePlan(task.reference().orElseThrow()).orElseThrow().steps();
      // A detour of two actions that comes back to where it began.
      Optional<List<Plan.Step>> detour = detour(system);
      if (detour.isPresent()) {
        List<Plan.Step> longer = new ArrayList<>(detour.get());
        longer.addAll(plan);
        String text = new Plan(longer).print();
        Judgement judgement = PlanningTasks.verification(task).judgeAnswer(text);
        assertThat(judgement.correct()).isFalse();
        assertThat(judgement.reason()).contains("are enough");
      }
      isWrong(task, new Plan(plan.subList(0, plan.size() - 1)).print());
    }
  }

  private static Optional<List<Plan.Step>> detour(TransitionSystem system) {
    for (var there : system.applicable(system.initial())) {
      var state = there.apply(system.initial());
      for (var back : system.applicable(state)) {
        if (back.apply(state).equals(system.initial())) {
          return Optional.of(List.of(there.step(), back.step()));
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void breadthFirstSearch_agreesOnLengthsAndOnWhatCanNeverBe() throws InvalidTaskException {
    for (Task task : TASKS) {
      Asked asked = PlanningTasks.asked(task);
      if (asked.goal().isEmpty()) {
        continue;
      }
      Shortest shortest =
          BreadthFirst.find(asked.domain(), asked.scene(), asked.goal(), BUDGET.start());
      switch (shortest) {
        case Shortest.Found(var steps, var expansions) -> {
          assertThat(task.reference().orElseThrow()).isNotEqualTo("never");
          assertThat(task.difficulty().measured().get("optimal_length"))
              .isEqualTo((double) steps.size());
        }
        case Shortest.None none -> assertThat(task.reference().orElseThrow()).isEqualTo("never");
        case Shortest.Exhausted exhausted -> throw new AssertionError(task.prompt());
      }
    }
  }

  @Test
  void theFirstFault_isWhereWalkingTheActionsStops() throws InvalidTaskException {
    for (Task task : of(Kind.VERIFY)) {
      Asked asked = PlanningTasks.asked(task);
      TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
      String reference = task.reference().orElseThrow();
      int possible = 0;
      while (possible < asked.steps().size()
          && Run.of(system, asked.steps().subList(0, possible + 1)).isPresent()) {
        possible++;
      }
      Set<Fact> end =
          new HashSet<>(Run.of(system, asked.steps().subList(0, possible)).orElseThrow().last());
      if (possible < asked.steps().size()) {
        assertThat(reference).startsWith((possible + 1) + " (");
      } else if (end.containsAll(asked.goal())) {
        assertThat(reference).isEqualTo("valid");
      } else {
        Set<String> missing = new HashSet<>();
        asked.goal().stream().filter(f -> !end.contains(f)).forEach(f -> missing.add(f.toString()));
        assertThat(reference).startsWith("goal ");
        assertThat(missing).allMatch(reference::contains);
      }
    }
  }

  @Test
  void aClaimAboutAPlan_isWrongInAnyPart() throws InvalidTaskException {
    for (Task task : of(Kind.VERIFY)) {
      String reference = task.reference().orElseThrow();
      if (!reference.equals("valid")) {
        isWrong(task, "valid");
        isWrong(task, reference + " (extra fact)");
        isWrong(task, reference.substring(0, reference.indexOf('(')));
        isWrong(task, "valid " + reference);
        isRight(task, "Invalid: " + reference.replaceFirst("^(\\d+)", "step $1:"));
      } else {
        isRight(task, "Valid.");
        isWrong(task, "1 (clear a)");
        isWrong(task, "invalid");
        isWrong(task, "not valid");
      }
    }
  }

  @Test
  void states_areThoseThatTheValidatorReaches() throws InvalidTaskException {
    for (Task task : of(Kind.STATE)) {
      Asked asked = PlanningTasks.asked(task);
      TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
      List<Fact> last = Run.of(system, asked.steps()).orElseThrow().last();
      Validator all =
          Validator.of(asked.domain(), asked.scene().problem(asked.domain().name(), last));
      assertThat(all.isValid(new Plan(asked.steps()), BUDGET.start())).contains(true);
      for (int i = 0; i < system.factCount(); i++) {
        if (!last.contains(system.fact(i))) {
          Validator one =
              Validator.of(
                  asked.domain(),
                  asked.scene().problem(asked.domain().name(), List.of(system.fact(i))));
          assertThat(one.isValid(new Plan(asked.steps()), BUDGET.start())).contains(false);
        }
      }
    }
  }

  @Test
  void aState_isWrongWithAFactLessOrMore() throws InvalidTaskException {
    for (Task task : of(Kind.STATE)) {
      Asked asked = PlanningTasks.asked(task);
      TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
      List<Fact> last = Run.of(system, asked.steps()).orElseThrow().last();
      isRight(task, text(Scene.shuffled(last, new ItemRandom(1, 2))));
      isRight(task, "(and " + text(last) + ")");
      isRight(task, text(last).replace(") (", "), ("));
      isWrong(task, text(last.subList(1, last.size())));
      isWrong(task, "(not " + last.getFirst() + ") " + text(last));
      List<Fact> everything = new ArrayList<>();
      for (int i = 0; i < system.factCount(); i++) {
        everything.add(system.fact(i));
        if (!last.contains(system.fact(i))) {
          isWrong(task, text(last) + " " + system.fact(i));
          isRight(task, text(last) + " (not " + system.fact(i) + ")");
        }
      }
      isWrong(task, text(everything));
      isWrong(task, text(Run.of(system, List.of()).orElseThrow().last()));
    }
  }

  private static String text(List<Fact> facts) {
    return String.join(" ", facts.stream().map(Fact::toString).toList());
  }

  @Test
  void aTrace_namesItsFirstWrongStep() throws InvalidTaskException {
    for (Task task : of(Kind.TRACE)) {
      List<String> lines = new ArrayList<>(task.reference().orElseThrow().lines().toList());
      isRight(task, String.join("\n\n", lines));
      for (int i = 0; i < lines.size(); i++) {
        List<String> wrong = new ArrayList<>(lines);
        String line = wrong.get(i);
        wrong.set(i, line.substring(0, line.lastIndexOf('(')));
        Judgement judgement =
            PlanningTasks.verification(task).judgeAnswer(String.join("\n", wrong));
        assertThat(judgement.correct()).isFalse();
        assertThat(judgement.reason()).contains("after action " + (i + 1));
      }
      isWrong(task, String.join("\n", lines.subList(0, lines.size() - 1)));
      isWrong(task, String.join("\n", lines) + "\n" + lines.getLast());
    }
  }

  @Test
  void never_isRightOnlyWhereItIs_andNoPlanIsBelieved() throws InvalidTaskException {
    for (Task task : of(Kind.REACHABLE)) {
      boolean never = task.reference().orElseThrow().equals("never");
      if (never) {
        isRight(task, "Never.");
      } else {
        isWrong(task, "never");
        isWrong(task, "never\n" + task.reference().get().lines().findFirst().orElseThrow());
      }
      isWrong(task, "yes");
      isWrong(task, "");
    }
  }

  @Test
  void aGoalIsRecognised_byJustOneNumber() throws InvalidTaskException {
    for (Task task : of(Kind.RECOGNISE)) {
      int goals = PlanningTasks.asked(task).candidates().size();
      int right = 0;
      Verification verification = PlanningTasks.verification(task);
      for (int i = 0; i <= goals + 1; i++) {
        right += verification.judgeAnswer("Goal " + i).correct() ? 1 : 0;
      }
      assertThat(right).isEqualTo(1);
      isWrong(task, "1 2");
      isWrong(task, "1 or 2");
      isWrong(task, "goal");
    }
  }

  @Test
  void aRecognisedGoal_isTheOneOfWhichBreadthFirstSearchSaysSo() throws InvalidTaskException {
    for (Task task : of(Kind.RECOGNISE)) {
      Asked asked = PlanningTasks.asked(task);
      TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
      Scene later = Run.of(system, asked.steps()).orElseThrow().scene(asked.scene(), system);
      List<String> consistent = new ArrayList<>();
      for (int i = 0; i < asked.candidates().size(); i++) {
        List<Fact> goal = asked.candidates().get(i);
        if (length(asked, asked.scene(), goal)
            == asked.steps().size() + length(asked, later, goal)) {
          consistent.add(Integer.toString(i + 1));
        }
      }
      assertThat(consistent).containsExactly(task.reference().orElseThrow());
    }
  }

  private static int length(Asked asked, Scene scene, List<Fact> goal) {
    return BreadthFirst.find(asked.domain(), scene, goal, BUDGET.start())
            instanceof Shortest.Found(var steps, var expansions)
        ? steps.size()
        : Integer.MIN_VALUE / 4;
  }

  @Test
  void planChecks_areAsFrequentAsTheGuessFloorSays() throws InvalidSettingException {
    List<Task> tasks = PlanningTasks.draw(Map.of("problem", "verify", "size", "2..2"), 21, 120);
    long valid = count(tasks, "valid");
    assertThat(valid / (double) tasks.size()).isBetween(0.1, 0.3);
    long goals = tasks.stream().filter(t -> t.reference().orElseThrow().startsWith("goal")).count();
    assertThat(goals).isPositive();
    List<Task> reachable =
        PlanningTasks.draw(Map.of("problem", "reachable", "size", "2..2"), 22, 120);
    assertThat(count(reachable, "never") / (double) reachable.size()).isBetween(0.12, 0.38);
    List<Task> recognise =
        PlanningTasks.draw(
            Map.of(
                "problem",
                "recognise",
                "size",
                "2..2",
                "length",
                "2..9",
                "goals",
                "4",
                "world",
                "blocksworld,ferry"),
            23,
            60);
    for (String number : List.of("1", "2", "3", "4")) {
      assertThat(count(recognise, number) / (double) recognise.size()).isBetween(0.05, 0.45);
    }
  }

  private static long count(List<Task> tasks, String reference) {
    return tasks.stream().filter(t -> t.reference().orElseThrow().equals(reference)).count();
  }

  @Test
  void planCheck_isReadBackAsWritten() {
    PlanCheck fails = new PlanCheck.Fails(3, Set.of("(a b)", "(c)"));
    assertThat(fails.answer()).isEqualTo("3 (a b) (c)");
    assertThat(new PlanCheck.Misses(Set.of("(c)")).answer()).isEqualTo("goal (c)");
  }
}
