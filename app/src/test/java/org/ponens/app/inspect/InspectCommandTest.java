package org.ponens.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.app.toy.Run;
import org.ponens.app.toy.Sums;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

class InspectCommandTest {

  private static final AnswerFormat TAG = AnswerFormat.TAG;

  @TempDir private Path folder = Path.of("");
  private Path data = Path.of("");

  /** Eight sound tasks of eight classes. */
  private static List<String> sound() {
    return IntStream.range(0, 8)
        .mapToObj(a -> TaskJson.write(Sums.task(a, a % 3, TAG)).replace(Z, hex(a)))
        .toList();
  }

  private static final String Z = "0".repeat(32);

  private static String hex(int a) {
    return "%032x".formatted(a);
  }

  @BeforeEach
  void write() throws IOException {
    data = folder.resolve("data.jsonl");
    Files.write(data, sound());
  }

  private Run inspect(String... more) {
    List<String> arguments = new ArrayList<>(List.of("inspect", data.toString()));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray(new String[0]));
    return new Run(run.exitCode(), run.out().replace(folder + "/", ""), run.err());
  }

  @Test
  void inspect_countsWhatADataSetHolds() {
    assertThat(inspect("--recheck"))
        .isEqualTo(
            new Run(
                0,
                """
                data.jsonl

                Problems
                8 tasks; easiest, mean and hardest by their hardness.

                | problem | tasks | train | validation | test | easiest | mean | hardest |
                | ------- | -----:| -----:| ----------:| ----:| -------:| ----:| -------:|
                | sum/add |     8 |     8 |          0 |    0 |       0 | 3.50 |       7 |

                Guessing
                How often guesses are right: always the same, the most frequent, at random. And how the reference answers are spread.

                | problem | constant | majority | random | answers | most frequent | its share |
                | ------- | --------:| --------:| ------:| -------:| -------------:| ---------:|
                | sum/add |    0.0 % |   25.0 % | 10.0 % |       8 |             0 |    12.5 % |

                Levels
                Tasks by level.

                1  8  ########################################

                Hardness
                Tasks by measured hardness.

                0  1  ########################################
                1  1  ########################################
                2  1  ########################################
                3  1  ########################################
                4  1  ########################################
                5  1  ########################################
                6  1  ########################################
                7  1  ########################################

                Repetitions
                Tasks that repeat something.

                | what                                                     | tasks |
                | -------------------------------------------------------- | -----:|
                | the id of an earlier task                                |     0 |
                | the prompt of an earlier task                            |     0 |
                | the question of an earlier task, but for names and order |     0 |
                | an instance of another split, but for names and order    |     0 |

                Tasks that do not hold
                None.
                """,
                ""));
  }

  @Test
  void inspect_findsWhatIsThereTwice() throws IOException {
    List<String> lines = new ArrayList<>(sound());
    lines.add(sound().get(3));
    lines.add(sound().get(4).replace("\"split\":\"train\"", "\"split\":\"test\""));
    lines.add(TaskJson.write(Sums.task(9, 9, TAG)).replace(Z, hex(5)));
    Files.write(data, lines);
    Run run = inspect();
    assertThat(run.exitCode()).as("an instance is in two splits").isEqualTo(1);
    assertThat(run.out())
        .containsPattern("the id of an earlier task +\\| +2 ")
        .containsPattern("the prompt of an earlier task +\\| +2 ")
        .containsPattern("the question of an earlier task, but for names and order +\\| +3 ")
        .containsPattern("an instance of another split, but for names and order +\\| +1 ")
        .contains("data.jsonl:9 has the id of data.jsonl:4")
        .contains("data.jsonl:11 has the question, but for names and order, of data.jsonl:6")
        .contains("data.jsonl:10 has an instance of another split, but for names and order, of");
  }

  @Test
  void inspect_findsLeaksIntoAnotherDataSet() throws IOException {
    Path other = folder.resolve("other.jsonl");
    Files.write(
        other,
        List.of(
            TaskJson.write(Sums.task(20, 1, TAG)).replace(Z, hex(20)),
            sound().get(6),
            TaskJson.write(Sums.task(21, 1, TAG)).replace(Z, hex(7))));
    Run run = inspect(other.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Of the 3 tasks of other.jsonl, those that share with one of data.jsonl:")
        .containsPattern("the same prompt +\\| +1 ")
        .containsPattern("the same instance, but for names and order +\\| +2 ")
        .contains("other.jsonl:2 has the prompt of data.jsonl:7")
        .contains("other.jsonl:3 has the instance, but for names and order, of data.jsonl:8");
    Files.writeString(other, TaskJson.write(Sums.task(20, 1, TAG)).replace(Z, hex(20)));
    assertThat(inspect(other.toString()).exitCode()).isZero();
  }

  @Test
  void recheck_findsTasksThatDoNotHold() throws IOException {
    List<String> lines = new ArrayList<>(sound());
    lines.set(2, lines.get(2).replace("\"reference\":\"4\"", "\"reference\":\"5\""));
    lines.set(5, lines.get(5).replace("\"version\":1", "\"version\":3"));
    lines.set(6, lines.get(6).replace("{\"counted\":true}", "{\"counted\":false}"));
    Files.write(data, lines);
    assertThat(inspect().exitCode()).isZero();
    Run run = inspect("--recheck");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Tasks that do not hold\n3:\n")
        .contains("data.jsonl:7: the certificate does not show the reference: nobody has counted")
        .contains("data.jsonl:3: the reference answer is wrong: it is 4")
        .contains("data.jsonl:6: the task is of version 3 of family sum; this is version 1");
  }

  @Test
  void inspect_saysWhichLinesAreNoTasks() throws IOException {
    Files.writeString(data, sound().getFirst() + "\n\n{\"id\": 1}\n" + sound().get(1));
    Run run = inspect();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("2 tasks;", "Lines that are no tasks\n1:\n  data.jsonl:3: ");
  }

  @Test
  void inspect_givesTheSame_ofAnyLayoutAndNumberOfThreads() throws Exception {
    String one = inspect("-j", "1").out();
    assertThat(inspect("-j", "4").out()).isEqualTo(one);
    for (Layout layout : Layout.values()) {
      List<String> lines = new ArrayList<>();
      for (String line : sound()) {
        Task task = Layout.readTask(line);
        lines.add(layout.write(task));
      }
      Files.write(data, lines);
      assertThat(inspect().out()).as(layout.label()).isEqualTo(one);
    }
  }

  @Test
  void html_isAPageOfItsOwn_withWhatTheTerminalShows() throws Exception {
    Files.writeString(data, TaskJson.write(Sums.task(1, 2, TAG)).replace("\"add\"", "\"<add>\""));
    Path html = folder.resolve("report.html");
    Path svg = folder.resolve("hardness.svg");
    inspect("--html", html.toString(), "--svg", svg.toString());
    String page = Files.readString(html);
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("sum/&lt;add&gt;", "<th scope=\"col\">problem</th>", "prefers-color-scheme: dark")
        .contains("role=\"img\"")
        .doesNotContain("<add>", "src=", "href=", "@import");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Tasks by measured hardness. 1: 1.");
  }

  @Test
  void picture_isDrawnInEighthsOfACharacter_onATerminal() {
    List<Section> sections =
        List.of(
            new Section.Picture(
                "Levels",
                "",
                List.of(
                    new Section.Bar("1", 320), new Section.Bar("2", 9), new Section.Bar("3", 0))));
    assertThat(TerminalReport.print("t", sections, true))
        .contains("1  320  " + "\u2588".repeat(40) + "\n2    9  \u2588\u258F\n3    0\n");
  }
}
