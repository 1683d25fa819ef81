package org.ponens.generators.induction.slr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;
import org.ponens.grammar.diagnostic.Source;

class ValidationProgramTest {

  private static final String PROGRAM =
      """
      eastbound(train0).
      has_car(train0, car0_1).
      car_color(car0_1, red).
      load_num(car0_1, 2).
      has_car(train0, car0_2).
      car_color(car0_2, blue).
      load_num(car0_2, 0).

      westbound(train1).
      has_car(train1, car1_1).
      car_color(car1_1, blue).
      load_num(car1_1, 2).

      westbound(train2).
      has_car(train2, car2_1).
      car_color(car2_1, red).
      load_num(car2_1, 0).

      eastbound(train3).
      has_car(train3, car3_1).
      car_color(car3_1, red).
      load_num(car3_1, 3).
      """;

  private static Score score(String rule) throws InvalidProgramException {
    ValidationProgram program =
        ValidationProgram.read(Source.of(PROGRAM), "eastbound", "westbound");
    return program.score(Source.of(rule), program.defaultSteps());
  }

  /** As SLR's judge scores: correct, partial, syntax. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eastbound(T) :- has_car(T, C), car_color(C, red), load_num(C, N), N > 0.|true|1|true",
        "eastbound(T) :- has_car(T, C), car_color(C, red).|false|0.75|true",
        "eastbound(T) :- has_car(T, C), car_color(C, green).|false|0.5|true",
        "eastbound(T) :- has_car(T, C), colour(C, red).|false|0|true",
        "eastbound(T) :- has_car(T, C), car_color(C, red|false|0|false",
        "westbound(T) :- has_car(T, C).|false|0|false",
      })
  void aRule_hasThreeScores(String rule, boolean correct, double partial, boolean syntax)
      throws InvalidProgramException {
    Score score = score(rule);
    assertThat(score.isCorrect()).isEqualTo(correct);
    assertThat(score.partial()).isEqualTo(partial);
    assertThat(score.isSyntaxValid()).as(score.toString()).isEqualTo(syntax);
  }

  /** Each of them SLR's judge gives points, or hangs on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eastbound(T) :- pos(T).",
        "eastbound(T) :- \\+ neg(T).",
        "eastbound(T) :- \\+ westbound(T).",
        "eastbound(T) :- write(20), halt.",
        "eastbound(T) :- fail. check(X) :- (pos(X) ; neg(X)).",
        "eastbound(T) :- shell('touch F'), fail.",
        "eastbound(train0). eastbound(train3).",
        "eastbound(T) :- has_car(T, car0_1) ; has_car(T, car3_1)."
      })
  void whatCheats_hasNoPoints(String rule) throws InvalidProgramException {
    Score score = score(rule);
    assertThat(score.isCorrect()).isFalse();
    assertThat(score.partial()).as(score.toString()).isZero();
  }

  /** It covers nothing, which here is half of the truth; SLR's judge waits for it. */
  @Test
  void whatLoops_coversNothing_atOnce() throws InvalidProgramException {
    assertThat(score("eastbound(T) :- eastbound(T).").partial()).isEqualTo(0.5);
    assertThat(score("eastbound(T) :- p(T, 0). p(T, N) :- M is N + 1, p(T, M).").isExhausted())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "has_car(train0, car).|there are no examples",
        "eastbound(a). westbound(a).|'a' is labelled twice",
        "eastbound(a). p(a, X).|an argument of p/2 is neither a name nor a whole number",
        "eastbound(a). p(a) :- q(a).|a rule for p/1; only facts",
        "eastbound(a). p(a,.|1:",
      })
  void whatIsNoProgram_isSaid(String text, String message) {
    assertThatThrownBy(() -> ValidationProgram.read(Source.of(text), "eastbound", "westbound"))
        .isInstanceOf(InvalidProgramException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aRowOfSlrBench_isATask() throws InvalidTaskException {
    ObjectNode row = new ObjectMapper().createObjectNode();
    row.put("id", 12);
    row.put("prompt", "Which trains go east?");
    row.put(
        "ground-truth rule",
        "eastbound(T) :- has_car(T, C), car_color(C, red), load_num(C, N), N > 0.");
    row.put("validation program", PROGRAM);
    row.put("curriculum level", 9);
    Task task = Layout.readTask(row.toString());
    assertThat(task.id()).isEqualTo("slr-bench-12");
    assertThat(task.difficulty().level()).hasValue(9);
    assertThat(TaskJson.read(TaskJson.write(task))).isEqualTo(task);
    Verification verification =
        Verification.of(task, Families.builtIn()::find, Verification.DEFAULT_STEPS);
    assertThat(
            verification
                .judge("It is [RULE]" + task.reference().orElseThrow() + "[/RULE]")
                .correct())
        .isTrue();
    Judgement near =
        verification.judge("```\neastbound(T) :- has_car(T, C), car_color(C, red).\n```");
    assertThat(((Judgement.Judged) near).verdict().partial()).isEqualTo(0.75);
    assertThat(verification.judge("eastbound(T) :- has_car(T, C).").status())
        .isEqualTo("no_answer");
    row.put("validation program", "eastbound(");
    assertThatThrownBy(() -> Layout.readTask(row.toString()))
        .isInstanceOf(InvalidTaskException.class)
        .hasMessageContaining("the validation program can't be read: 1:");
  }
}
