package org.ponens.generators.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.problem.InductionSpec;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.SchemaJson;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.verify.Judgement;
import org.ponens.solvers.Budget;

/** What holds of tasks of every class and schema, from the seed to the verdict. */
class TaskLawTest {

  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 2_000_000);
  private static final int OF_EACH = 3;
  private static final List<Task> TASKS = new ArrayList<>();

  @BeforeAll
  static void draw() throws InvalidSettingException {
    for (RuleClass ruleClass : RuleClass.values()) {
      for (Schema schema : Schemas.all()) {
        TASKS.addAll(
            InductionTasks.draw(
                Map.of(
                    "problem",
                    ruleClass.label(),
                    "schema",
                    schema.name(),
                    "answer",
                    "all",
                    "sampling",
                    "all"),
                "",
                13,
                OF_EACH));
      }
    }
  }

  private static String reference(Task task) {
    return task.reference().orElseThrow();
  }

  @Test
  void tasks_areOfEveryClassAndSchema() {
    assertThat(TASKS).hasSize(RuleClass.values().length * Schemas.all().size() * OF_EACH);
  }

  @Test
  void theReference_isCorrect_inTheFormatAskedFor_inAFence_andInOtherWords() throws Exception {
    for (Task task : TASKS) {
      String response =
          "<think>Perhaps "
              + reference(task)
              + "</think> It is\n"
              + task.answerFormat().mark(reference(task));
      Judgement judgement = InductionTasks.verification(task).judge(response);
      assertThat(judgement.correct()).as(response + judgement.reason()).isTrue();
      for (String same :
          List.of(
              "```prolog\n" + reference(task) + "\n```",
              "[RULE]\n" + reference(task) + "\n[/RULE]",
              "% the rule\n" + reference(task).replace(", ", " ,\n  "),
              reference(task).replaceAll("\\b([A-Z])(\\d*)\\b", "Var$1$2"))) {
        assertThat(InductionTasks.verification(task).judgeAnswer(same).correct()).as(same).isTrue();
      }
    }
  }

  @Test
  void anothersRule_isWrong_andItsPartialScoreIsBelowSuccess() throws InvalidTaskException {
    int near = 0;
    for (int i = 1; i < TASKS.size(); i++) {
      Task task = TASKS.get(i);
      String other = reference(TASKS.get(i - 1));
      Judgement judgement = InductionTasks.verification(task).judgeAnswer(other);
      if (!judgement.correct()) {
        assertThat(judgement.score()).isZero();
        near += ((Judgement.Judged) judgement).verdict().partial() > 0 ? 1 : 0;
        assertThat(((Judgement.Judged) judgement).verdict().withPartialCredit().score())
            .isLessThanOrEqualTo(Verdict.HIGHEST_PARTIAL_SCORE);
      }
      assertThat(other.equals(reference(task)) || !judgement.correct()).isTrue();
    }
    assertThat(near).isPositive();
  }

  @Test
  void examplesAreBalanced_keepTheirSchema_andHiddenOnesAreNew() throws InvalidTaskException {
    for (Task task : TASKS) {
      Asked asked = InductionTasks.asked(task);
      for (List<Case> cases : List.of(asked.shown(), asked.hidden())) {
        long positive = cases.stream().filter(Case::isPositive).count();
        assertThat(positive).isPositive();
        assertThat(cases.size() - positive).isPositive();
      }
      Set<Example> shown = new HashSet<>();
      asked.shown().forEach(one -> shown.add(one.example()));
      assertThat(asked.hidden()).noneMatch(one -> shown.contains(one.example()));
    }
  }

  @Test
  void thePrompt_hasEveryPredicateAndExample_andNotTheRule() throws InvalidTaskException {
    for (Task task : TASKS) {
      Asked asked = InductionTasks.asked(task);
      asked.schema().predicates().forEach(p -> assertThat(task.prompt()).contains(p.name() + "("));
      for (int i = 0; i < asked.shown().size(); i++) {
        assertThat(task.prompt()).contains(asked.schema().example() + i);
      }
      assertThat(task.prompt()).doesNotContain(reference(task));
      assertThat(task.spec()).doesNotContain(" :- ");
    }
  }

  @Test
  void answersThatAreTheSameForAllTasks_areWrong() throws InvalidTaskException {
    for (Task task : TASKS) {
      String target = InductionTasks.asked(task).schema().target();
      for (String answer :
          List.of(target + "(_).", target + "(_) :- fail.", target + "(X) :- \\+ fail, X = X.")) {
        assertThat(InductionTasks.verification(task).judgeAnswer(answer).correct()).isFalse();
      }
    }
  }

  @Test
  void aTask_survivesItsJson_andItsSpecIsReadBack() throws InvalidTaskException {
    for (Task task : TASKS) {
      assertThat(TaskJson.read(TaskJson.write(task))).isEqualTo(task);
      assertThat(InductionSpec.toJson(InductionTasks.asked(task))).isEqualTo(task.spec());
      assertThat(InductionTasks.FAMILY.check(task, BUDGET.start())).isEmpty();
      assertThat(InductionTasks.FAMILY.explain(task)).contains(reference(task));
    }
  }

  @Test
  void theSameSeed_givesTheSameBytes_inAnyOrder() throws InvalidSettingException {
    TaskStream one = InductionTasks.stream(Map.of(), "", 5, Split.TRAIN);
    List<String> forth = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forth.add(json(one.item(i)));
    }
    TaskStream other = InductionTasks.stream(Map.of(), "", 5, Split.TRAIN);
    for (int i = 39; i >= 0; i--) {
      assertThat(json(other.item(i))).isEqualTo(forth.get(i));
    }
  }

  private static String json(TaskStream.Item item) {
    return item instanceof TaskStream.Item.Made made ? TaskJson.write(made.task()) : "missed";
  }

  @Test
  void everyLevelIsReached_andTasksAreAsLargeAsItSays() throws InvalidSettingException {
    for (int level = 1; level <= InductionLevels.LEVELS; level++) {
      InductionLevels.Recipe recipe = InductionLevels.recipe(level);
      List<Task> tasks = InductionTasks.draw(Map.of(), Integer.toString(level), 3, 3);
      assertThat(tasks).hasSize(3);
      for (Task task : tasks) {
        Map<String, Double> measured = task.difficulty().measured();
        double examples =
            measured.getOrDefault("examples", 0.0) - measured.getOrDefault("added_examples", 0.0);
        assertThat(examples).isEqualTo(recipe.examples());
        assertThat(measured.get("rule_length")).isGreaterThanOrEqualTo(recipe.leastLength());
        assertThat(measured.get("shortest_rule")).isEqualTo(measured.get("rule_length"));
        assertThat(level > InductionLevels.LAST_PLAIN || task.problem().equals("conjunctive"))
            .isTrue();
      }
    }
  }

  @Test
  void aSchemaOfTheUsersOwn_isUsed_andAWrongOneExplained(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        SchemaJson.write(Schemas.SHELVES)
            .toString()
            .replace("shelf", "garden")
            .replace("reserved", "walled"));
    List<Task> tasks = InductionTasks.draw(Map.of("file", file.toString()), "", 1, 3);
    assertThat(tasks).isNotEmpty();
    assertThat(tasks).allSatisfy(task -> assertThat(reference(task)).startsWith("walled(G) :- "));
    Files.writeString(file, "{\"name\": \"Own\"}");
    assertThatThrownBy(() -> InductionTasks.draw(Map.of("file", file.toString()), "", 1, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("example: a name is missing");
  }
}
