package org.ponens.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;

/** From an empty folder to verdicts on what models wrote, with the commands that users type. */
class EndToEndTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TASKS = 91;

  @TempDir private Path folder = Path.of("");
  private List<Task> tasks = List.of();

  /** A response and the status that its verdict has to have. */
  private record Expected(String id, String response, String status) {

    String line() {
      return JSON.createObjectNode().put("id", id).put("response", response).toString();
    }
  }

  private record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int exitCode =
          Ponens.commandLine(Families.builtIn())
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true))
              .execute(arguments);
      return new Run(exitCode, out.toString(), err.toString());
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Run generate(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "generate",
                "sat",
                "-n",
                Integer.toString(TASKS),
                "--seed",
                "5",
                "--set",
                "answer=all",
                "--set",
                "variables=4..7",
                "--set",
                "modulus=3..7",
                "-o",
                path(out)));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  @BeforeEach
  void generate() throws IOException, InvalidTaskException {
    Run run = generate("tasks.jsonl");
    assertThat(run.exitCode()).as(run.err()).isZero();
    tasks = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("tasks.jsonl"))) {
      tasks.add(Layout.readTask(line));
    }
    assertThat(tasks).hasSize(TASKS);
    assertThat(tasks.stream().map(Task::problem).distinct()).hasSize(13);
    assertThat(tasks.stream().map(Task::answerFormat).distinct()).hasSize(3);
    assertThat(tasks.stream().map(t -> t.difficulty().knobs().get("format")).distinct()).hasSize(4);
  }

  /** An answer of the right form that is wrong: no task is made that it solves. */
  private static String wrong(Task task) throws IOException {
    JsonNode formula = JSON.readTree(task.spec()).path("formula");
    String zeros = "0".repeat(formula.path("variables").asInt());
    int premises = formula.path("constraints").size();
    return switch (task.problem()) {
      case "decision" -> task.reference().orElseThrow().equals("yes") ? "no" : "yes";
      case "assignment", "maxsat", "minimal-model", "first-model" -> zeros;
      case "certificate" -> "SAT " + zeros;
      case "equivalence" -> "different " + zeros;
      case "mcs", "mus" -> "1";
      case "refutation" -> (premises + 1) + ": 1 2 -> 0";
      case "count" -> "0";
      case "count-modulo" -> "1" + task.reference().orElseThrow();
      case "backbone" -> "none";
      default -> throw new AssertionError(task.problem());
    };
  }

  /** Responses of all kinds to all tasks, such that those to one task are far apart. */
  private List<Expected> responses() throws IOException {
    List<Expected> all = new ArrayList<>();
    for (int round = 0; round < 7; round++) {
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.get(i);
        AnswerFormat format = task.answerFormat();
        String right = format.mark(task.reference().orElseThrow());
        int kind = (round + i) % 7;
        all.add(
            switch (kind) {
              case 0 -> new Expected(task.id(), "<think>Hm.</think>\n" + right, "correct");
              case 1 -> new Expected(task.id(), "So it is.\n\n" + right + "<|im_end|>", "correct");
              case 2 -> new Expected(task.id(), format.mark(wrong(task)), "wrong");
              case 3 -> new Expected(task.id(), "__import__('os')\n" + task.prompt(), "no_answer");
              case 4 -> new Expected(task.id(), right + "\n" + format.mark("7 7"), "no_answer");
              case 5 -> new Expected(task.id(), format.mark(":- shell(@x)."), "unreadable");
              default -> new Expected(task.id(), "<think>" + right, "no_answer");
            });
      }
    }
    all.add(new Expected("sat-train-0-nobody", "<answer>1</answer>", "unknown_task"));
    return all;
  }

  @Test
  void everyResponse_getsItsVerdict_andTheSummaryCountsThem() throws IOException {
    List<Expected> responses = responses();
    Files.write(folder.resolve("r.jsonl"), responses.stream().map(Expected::line).toList());
    Run run =
        Run.of(
            "verify",
            "-t",
            path("tasks.jsonl"),
            "-r",
            path("r.jsonl"),
            "-o",
            path("v.jsonl"),
            "--summary",
            path("s.json"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> verdicts = Files.readAllLines(folder.resolve("v.jsonl"));
    assertThat(verdicts).hasSameSizeAs(responses);
    for (int i = 0; i < verdicts.size(); i++) {
      Expected expected = responses.get(i);
      JsonNode verdict = JSON.readTree(verdicts.get(i));
      assertThat(verdict.path("id").asText()).isEqualTo(expected.id);
      assertThat(verdict.path("status").asText())
          .as(expected.response + "\n" + verdict)
          .isEqualTo(expected.status);
      assertThat(verdict.path("score").asDouble())
          .isEqualTo(expected.status.equals("correct") ? 1 : 0);
    }
    Map<String, Long> counts =
        responses.stream()
            .collect(Collectors.groupingBy(Expected::status, TreeMap::new, Collectors.counting()));
    JsonNode summary = JSON.readTree(Files.readString(folder.resolve("s.json")));
    assertThat(summary.path("responses").asLong()).isEqualTo(responses.size());
    counts.forEach(
        (status, count) -> {
          assertThat(summary.path("statuses").path(status).asLong()).as(status).isEqualTo(count);
          assertThat(run.out()).containsPattern("\\| " + status + " +\\| +" + count + " \\|");
        });
    assertThat(summary.path("problems")).hasSize(13);
    for (JsonNode problem : summary.path("problems")) {
      assertThat(problem.path("correct").asLong() * 7)
          .as(problem.toString())
          .isEqualTo(problem.path("responses").asLong() * 2);
    }
  }

  @Test
  void aTrainersRows_areTasksAsWell_withAndWithoutReferences() throws IOException {
    Files.write(folder.resolve("r.jsonl"), responses().stream().map(Expected::line).toList());
    Run.of("verify", "-t", path("tasks.jsonl"), "-r", path("r.jsonl"), "-o", path("v.jsonl"));
    for (String layout : List.of("verl", "trl", "nemo-gym")) {
      Run made = generate(layout + ".jsonl", "--layout", layout, "--without-reference");
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(Files.readString(folder.resolve(layout + ".jsonl")))
          .doesNotContain("\\\"reference\\\":");
      Run run =
          Run.of(
              "verify",
              "-t",
              path(layout + ".jsonl"),
              "-r",
              path("r.jsonl"),
              "-o",
              path(layout + "-v.jsonl"));
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(folder.resolve(layout + "-v.jsonl"))
          .hasSameTextualContentAs(folder.resolve("v.jsonl"));
    }
  }

  @Test
  void aTrainersRollout_carriesItsTaskItself() throws IOException {
    generate("verl.jsonl", "--layout", "verl");
    List<String> lines = new ArrayList<>();
    List<String> rows = Files.readAllLines(folder.resolve("verl.jsonl"));
    for (int i = 0; i < rows.size(); i++) {
      Task task = tasks.get(i);
      String answer = i % 2 == 0 ? task.reference().orElseThrow() : wrong(task);
      ObjectNode rollout = (ObjectNode) JSON.readTree(rows.get(i));
      lines.add(rollout.put("solution_str", task.answerFormat().mark(answer)).toString());
    }
    Files.write(folder.resolve("rollouts.jsonl"), lines);
    Run run = Run.of("verify", "-r", path("rollouts.jsonl"), "-o", path("v.jsonl"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> verdicts = Files.readAllLines(folder.resolve("v.jsonl"));
    for (int i = 0; i < verdicts.size(); i++) {
      assertThat(JSON.readTree(verdicts.get(i)).path("correct").asBoolean())
          .as(verdicts.get(i))
          .isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void inspect_findsNothingWrong() {
    Run run = Run.of("inspect", path("tasks.jsonl"));
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }
}
