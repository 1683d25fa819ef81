package org.ponens.generators.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

class VerificationTest {

  private static Verification of(Task task, long steps) {
    try {
      return Verification.of(task, Sums::find, steps);
    } catch (InvalidTaskException e) {
      throw new AssertionError(e);
    }
  }

  private static Judgement judge(String response) {
    return of(Sums.task(2, 3, AnswerFormat.TAG), 1000).judge(response);
  }

  @ParameterizedTest
  @CsvSource({
    "<answer>5</answer>, 1, correct",
    "<answer>6</answer>, 0, wrong",
    "<answer>five</answer>, 0, unreadable",
    "5, 0, no_answer",
    "<answer>boom</answer>, 0, failed",
  })
  void judge_givesScoreAndStatus(String response, double score, String status) {
    Judgement judgement = judge(response);
    assertThat(judgement.score()).isEqualTo(score);
    assertThat(judgement.correct()).isEqualTo(score == 1);
    assertThat(judgement.status()).isEqualTo(status);
    assertThat(judgement.reason()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void judge_readsNoAnswerOutOfTheTasksPrompt() {
    String prompt = Sums.task(2, 3, AnswerFormat.TAG).prompt();
    assertThat(judge(prompt).status()).isEqualTo("no_answer");
    assertThat(judge("user\n" + prompt + "\nassistant\n<answer>5</answer>").correct()).isTrue();
  }

  @Test
  void judge_isOverBudget_whenTheStepsAreSpent() {
    Verification verification = of(Sums.task(2, 3, AnswerFormat.TAG), 10);
    assertThat(verification.judge("<answer>" + "1".repeat(11) + "</answer>").status())
        .isEqualTo("over_budget");
    assertThat(verification.judge("<answer>5</answer>").correct())
        .as("every response has its own budget")
        .isTrue();
  }

  @Test
  void judge_isUnreadable_whenTheAnswerIsHuge() {
    assertThat(judge("<answer>" + "1".repeat(70_000) + "</answer>").status())
        .isEqualTo("unreadable");
  }

  @Property(tries = 500, seed = "7")
  void judge_givesAVerdictToEveryString(@ForAll String response) {
    assertThat(judge(response).status()).isEqualTo("no_answer");
    assertThat(judge("<answer>" + response + "</answer>").status())
        .isIn("no_answer", "unreadable", "wrong", "correct");
  }

  @Test
  void of_saysWhyATaskCantBeVerified() throws InvalidTaskException {
    String json = TaskJson.write(Sums.task(2, 3, AnswerFormat.TAG));
    assertInvalid(json.replace("\"family\":\"sum\"", "\"family\":\"sums\""), "'sums'");
    assertInvalid(json.replace("\"version\":1", "\"version\":2"), "version 2", "version 1");
    assertInvalid(json.replace("\"a\":2", "\"a\":\"two\""), "'a' is no number");
    assertInvalid(json.replace("\"b\":3", "\"c\":3"), "can't be read", "NullPointerException");
  }

  private static void assertInvalid(String json, String... words) throws InvalidTaskException {
    Task task = TaskJson.read(json);
    assertThatThrownBy(() -> Verification.of(task, Sums::find, 1))
        .isInstanceOf(InvalidTaskException.class)
        .message()
        .contains(words);
  }
}
