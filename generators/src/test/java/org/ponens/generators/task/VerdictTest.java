package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ponens.generators.task.Verdict.Status;

class VerdictTest {

  @Test
  void partialCredit_isOffUnlessAskedFor_andStaysBelowSuccess() {
    Verdict near = Verdict.wrong(0.99, "nearly");
    assertThat(near.score()).isZero();
    assertThat(near.withPartialCredit().score()).isEqualTo(0.495);
    assertThat(near.withPartialCredit().correct()).isFalse();
    assertThat(Verdict.correct("right").withPartialCredit().score()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void onlyCorrectAnswers_scoreOne(Status status) {
    boolean right = status == Status.CORRECT;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(right ? 0 : 1, right, 0, status, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(right ? 1 : 0, !right, 0, status, ""));
    assertThat(status.label()).isEqualTo(status.label().strip()).matches("[a-z_]+");
  }

  @Test
  void whatIsOutOfRange_isNoVerdict() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.wrong(1, "wholly"));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.wrong(Double.NaN, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new GuessFloor(0, 1.5, 0));
    assertThat(new GuessFloor(0, 0.25, 0.5).best()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerFormat_marksAnAnswer(AnswerFormat format) {
    assertThat(format.mark("3 5")).contains("3 5");
    assertThat(AnswerFormat.BOXED.mark("7")).isEqualTo("\\boxed{7}");
    assertThat(format.instruction()).endsWith(".").doesNotContain("3 5");
  }
}
