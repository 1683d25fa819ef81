package org.ponens.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.app.toy.Run;
import org.ponens.app.toy.Sums;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.TaskJson;

class ShowCommandTest {

  private static final String TWO_AND_THREE =
      """
      sum-train-2-3
      sum/add, version 1, item 2 of train

      Prompt
        How much is 2 + 3? Not <answer>99</answer>. End with a line that begins with "Answer:", followed by your final answer.

      Answer
        5
        -> correct: right

      Why it is right
        counted on fingers

      Difficulty
        hardness 2, of level 1

      Guesses are right
        always the same answer: 0.0 %, the most frequent: 25.0 %, at random: 10.0 %
      """;

  @TempDir private Path folder = Path.of("");
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    Path tasks = folder.resolve("tasks.jsonl");
    Files.write(
        tasks,
        List.of(
            TaskJson.write(Sums.task(2, 3, AnswerFormat.LINE)),
            "",
            TaskJson.write(Sums.task(4, 4, AnswerFormat.TAG).withoutReference()),
            "{\"id\": \"none\"}",
            TaskJson.write(Sums.task(7, 7, AnswerFormat.TAG))
                .replace("\"family\":\"sum\"", "\"family\":\"summ\"")));
    file = tasks.toString();
  }

  private static Run show(String... names) {
    List<String> arguments = new ArrayList<>(List.of("show"));
    arguments.addAll(List.of(names));
    return Run.of(arguments.toArray(new String[0]));
  }

  @Test
  void show_printsATaskWhole() {
    assertThat(show(file)).isEqualTo(new Run(0, TWO_AND_THREE, ""));
    assertThat(show(file + ":1").out()).isEqualTo(TWO_AND_THREE);
    assertThat(show(file + ":sum-train-2-3").out()).isEqualTo(TWO_AND_THREE);
  }

  @Test
  void show_saysWhatIsLeftOut() {
    assertThat(show(file + ":3").out())
        .isEqualTo(show(file + ":sum-train-4-4").out())
        .contains("Answer\n  (left out of this file)\n")
        .doesNotContain("Why");
  }

  @Test
  void show_showsTheCertificateItself_whereTheFamilyIsUnknown() {
    assertThat(show(file + ":5").out())
        .contains("-> can't be verified: no family is called 'summ'")
        .contains("Why it is right\n  {\"counted\":true}\n");
  }

  @Test
  void show_showsSeveral() {
    assertThat(show(file + ":1", file + ":1").out())
        .isEqualTo(TWO_AND_THREE + "\n" + TWO_AND_THREE);
  }

  @Test
  void show_saysWhyItCant() {
    assertThat(show(file + ":4").exitCode()).isEqualTo(1);
    assertThat(show(file + ":4").err()).contains("tasks.jsonl:4: ");
    assertThat(show(file + ":9").err()).contains("tasks.jsonl: no task in line 9");
    assertThat(show(file + ":none").err()).contains("tasks.jsonl: no task has the id none");
    assertThat(show("none.jsonl:1").exitCode()).isEqualTo(3);
    assertThat(show("none.jsonl:1").err()).contains("none.jsonl: no such file");
  }

  @Test
  void show_letsNoTaskControlTheTerminal() throws IOException {
    Path tasks = folder.resolve("hostile.jsonl");
    String json = TaskJson.write(Sums.task(2, 3, AnswerFormat.LINE));
    Files.writeString(tasks, json.replace("How much", "\\u001b[2JHow much"));
    assertThat(show(tasks.toString()).out()).contains("\uFFFD[2JHow much").doesNotContain("\u001b");
  }
}
