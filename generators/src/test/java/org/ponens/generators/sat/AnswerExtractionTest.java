package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;

/** What in a response is the answer, and what is none, where other graders went wrong. */
class AnswerExtractionTest {

  @Test
  void aHedgeInDigits_isNoDecision() {
    for (String answer : List.of("1 or 0", "0 or 1", "1, 0", "0/1")) {
      for (String reference : List.of("yes", "no")) {
        Target target = Target.of(Problem.DECISION, reference);
        assertThat(target.judged(answer).status()).as(answer).isEqualTo("unreadable");
      }
    }
  }

  @Test
  void answersThatDiffer_areNoAnswer() {
    for (Target target : Target.ALL) {
      String right = "<answer>" + target.reference() + "</answer>";
      for (String other : List.of("<answer>7 7 7</answer>", "<answer>maybe</answer>")) {
        assertThat(target.verification().judge(right + "\n" + other).status())
            .isEqualTo("no_answer");
        assertThat(target.verification().judge(other + "\n" + right).status())
            .isEqualTo("no_answer");
      }
      assertThat(target.verification().judge(right + "\nSo " + right).correct()).isTrue();
      assertThat(target.verification().judge(right + "\nAnswer: unsure").correct()).isTrue();
      assertThat(target.verification().judge("<think>" + right).status()).isEqualTo("no_answer");
      assertThat(target.verification().judge(right + "<think>").status()).isEqualTo("no_answer");
      for (AnswerFormat format : List.of(AnswerFormat.LINE, AnswerFormat.BOXED)) {
        assertThat(target.verification().judge(format.mark(target.reference())).status())
            .isEqualTo("no_answer");
      }
    }
  }

  /** Cases that SATQuest's regular expressions get wrong. */
  @Test
  void whereBitsAreAskedFor_noOtherBitsAreFound() {
    Target target = Target.of(Problem.ASSIGNMENT, "[01]+");
    String right = target.reference();
    String other = right.replace('0', '2').replace('1', '0').replace('2', '1');
    assertThat(target.judged("000" + right).correct()).as("longer").isFalse();
    assertThat(target.judged(right + "0").correct()).as("longer").isFalse();
    assertThat(target.judged(right.substring(1)).correct()).as("shorter").isFalse();
    assertThat(target.judged(String.join(" ", right.split(""))).correct()).isTrue();
    assertThat(target.judged(String.join(",", right.split(""))).correct()).isTrue();
    assertThat(target.judged(named(right)).correct()).as(named(right)).isTrue();
    assertThat(target.judged(other + " (check " + right + ")").correct()).isFalse();
    assertThat(target.judged(right + " or " + other).correct()).isFalse();
    assertThat(target.judged(right + " or " + other).status()).isEqualTo("unreadable");
  }

  private static String named(String bits) {
    return IntStream.range(0, bits.length())
        .mapToObj(i -> String.format(Locale.ROOT, "x%d=%c", i + 1, bits.charAt(i)))
        .collect(Collectors.joining(","));
  }

  @Test
  void whereYesOrNoIsAskedFor_noOtherDigitDecides()
      throws InvalidSettingException, InvalidTaskException {
    for (Task task : SatTasks.draw(Map.of("problem", "decision", "variables", "4"), 5, 6)) {
      Target target = Target.of(task);
      boolean yes = target.reference().equals("yes");
      for (String says :
          List.of("yes", "Yes.", "satisfiable", "SAT", "It is satisfiable", "**Yes**")) {
        assertThat(target.judged(says).correct()).as(says).isEqualTo(yes);
      }
      for (String says : List.of("no", "No.", "unsatisfiable", "UNSAT", "not satisfiable")) {
        assertThat(target.judged(says).correct()).as(says).isEqualTo(!yes);
      }
      if (yes) {
        assertThat(target.judged("No, since x_1 is forced").correct()).isFalse();
      } else {
        assertThat(target.judged("1 (satisfied by 010)").correct()).isFalse();
      }
    }
  }
}
