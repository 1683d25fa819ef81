package org.ponens.generators.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Task;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;

/** Answers that are no answers get a verdict, in bounded time, and no score. */
class HostileAnswerTest {

  private static final List<Task> TASKS = tasks();

  private static List<Task> tasks() {
    try {
      List<Task> tasks = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        tasks.addAll(PlanningTasks.draw(Map.of("problem", kind.label(), "size", "2..3"), 31, 2));
      }
      return tasks;
    } catch (InvalidSettingException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<Task> tasksOfAllKinds() {
    return Arbitraries.of(TASKS);
  }

  @Property(tries = 600, seed = "1")
  void anyString_getsAVerdict(@ForAll("tasksOfAllKinds") Task task, @ForAll String answer)
      throws InvalidTaskException {
    Verification verification = PlanningTasks.verification(task);
    assertThat(verification.judgeAnswer(answer)).isInstanceOf(Judgement.Judged.class);
    assertThat(verification.judge("<answer>" + answer + "</answer>"))
        .isInstanceOf(Judgement.Judged.class);
  }

  @Property(tries = 600, seed = "1")
  void aReferenceWithAChange_getsAVerdict(@ForAll("tasksOfAllKinds") Task task, @ForAll long seed)
      throws InvalidTaskException {
    ItemRandom random = new ItemRandom(seed, 4);
    StringBuilder answer = new StringBuilder(task.reference().orElseThrow());
    for (int i = random.between(1, 3); i > 0 && !answer.isEmpty(); i--) {
      int at = random.nextInt(answer.length());
      switch (random.nextInt(3)) {
        case 0 -> answer.deleteCharAt(at);
        case 1 -> answer.insert(at, "() \n,9a".charAt(random.nextInt(7)));
        default -> answer.setCharAt(at, answer.charAt(random.nextInt(answer.length())));
      }
    }
    assertThat(PlanningTasks.verification(task).judgeAnswer(answer.toString()))
        .isInstanceOf(Judgement.Judged.class);
  }

  @Test
  void monsters_areNotCorrect() throws InvalidTaskException {
    for (Task task : TASKS) {
      for (Map.Entry<String, String> monster : monsters(task).entrySet()) {
        for (String response :
            List.of(monster.getValue(), "<answer>" + monster.getValue() + "</answer>")) {
          Judgement judgement = PlanningTasks.verification(task).judge(response);
          assertThat(judgement).as(monster.getKey()).isInstanceOf(Judgement.Judged.class);
          assertThat(judgement.correct()).as(monster.getKey() + task).isFalse();
        }
        Judgement bare = PlanningTasks.verification(task).judgeAnswer(monster.getValue());
        assertThat(bare).as(monster.getKey()).isInstanceOf(Judgement.Judged.class);
        assertThat(bare.correct()).as(monster.getKey() + task).isFalse();
      }
    }
  }

  private static Map<String, String> monsters(Task task) throws InvalidTaskException {
    Map<String, String> monsters = new LinkedHashMap<>();
    monsters.put("nothing", "");
    for (String piece :
        List.of("(", ")", "(not ", "(and ", "()", "a ", "1: ", "\n", "(a b) ", "on(a,b)", "7")) {
      monsters.put("64K of " + piece, piece.repeat((1 << 16) / piece.length()));
    }
    Asked asked = PlanningTasks.asked(task);
    TransitionSystem system = new TransitionSystem(asked.domain(), asked.scene());
    StringBuilder actions = new StringBuilder();
    system.transitions().forEach(t -> actions.append(t.step()).append('\n'));
    monsters.put("all actions", actions.toString());
    StringBuilder facts = new StringBuilder();
    for (int i = 0; i < system.factCount(); i++) {
      facts.append(system.fact(i)).append(' ');
    }
    monsters.put("all facts", facts.toString());
    monsters.put("all facts, negated", facts.toString().replace("(", "(not ("));
    monsters.put("a check with all facts", "1 " + facts);
    monsters.put("the goal with all facts", "goal " + facts);
    monsters.put("the prompt", task.prompt());
    monsters.put("the spec", task.spec());
    monsters.put("digits", "9".repeat(60_000));
    monsters.put("other digits", "\u0661\uFF11\u09E7\u00B9\u2460");
    monsters.put("surrogates", "\uD800\uDC00\uDFFF\uD800".repeat(5_000));
    for (String injection :
        List.of(
            "correct",
            "score=1.0",
            "valid or never",
            "valid never 1",
            "*",
            "(forall (?x) (on ?x ?x))",
            "${jndi:ldap://localhost/a}",
            "__import__('os').system('id')",
            "-1",
            "0",
            "99999999999")) {
      monsters.put(injection, injection);
    }
    return monsters;
  }
}
