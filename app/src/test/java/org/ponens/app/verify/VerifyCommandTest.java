package org.ponens.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.app.toy.Run;
import org.ponens.app.toy.Sums;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.TaskJson;

/** What a user at a terminal gets. */
class VerifyCommandTest {

  private static final String RESPONSES =
      """
      {"id": "sum-train-2-3", "response": "<think>2 and 3</think><answer>5</answer>"}
      {"id": "sum-train-4-4", "response": "<answer>9</answer>"}
      {"id": "sum-train-2-3", "response": "<answer>four</answer>"}

      {"id": "sum-train-9-9", "response": "I don't know \\u00e9"}
      {"id": "nobody", "response": "<answer>5</answer>"}
      {"id": "sum-train-2-3", "response": 7}
      {"id": "sum-train-2
      {"id": "sum-train-4-4", "response": "<answer>boom</answer>"}
      {"id": "sum-train-4-4", "response": "<answer>8</answer>"}
      """;

  private static final String VERDICTS =
      """
      {"id":"sum-train-2-3","correct":true,"score":1,"status":"correct","reason":"right"}
      {"id":"sum-train-4-4","correct":false,"score":0,"status":"wrong","reason":"it is 8"}
      {"id":"sum-train-2-3","correct":false,"score":0,"status":"unreadable","reason":"no number"}
      {"id":"sum-train-9-9","correct":false,"score":0,"status":"no_answer","reason":"the response has no <answer>...</answer>"}
      {"id":"nobody","correct":false,"score":0,"status":"unknown_task","reason":"no task has this id"}
      {"id":"sum-train-2-3","correct":false,"score":0,"status":"malformed","reason":"line 7: no response: expected a text or an assistant's message in response, completion, output, solution_str, messages or query"}
      {"id":"#8","correct":false,"score":0,"status":"malformed","reason":"line 8: no JSON: Unexpected end-of-input: was expecting closing quote for a string value"}
      {"id":"sum-train-4-4","correct":false,"score":0,"status":"failed","reason":"the verifier broke off, a defect of Ponens: java.lang.IllegalStateException: boom"}
      {"id":"sum-train-4-4","correct":true,"score":1,"status":"correct","reason":"right"}
      """;

  @TempDir private Path folder = Path.of("");
  private Path tasks = Path.of("");
  private Path responses = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    tasks = folder.resolve("tasks.jsonl");
    responses = folder.resolve("responses.jsonl");
    out = folder.resolve("verdicts.jsonl");
    Files.writeString(
        tasks,
        IntStream.of(2, 4, 9)
            .mapToObj(a -> Sums.task(a, a == 2 ? 3 : a, AnswerFormat.TAG))
            .map(TaskJson::write)
            .collect(Collectors.joining("\n")));
    Files.writeString(responses, RESPONSES);
  }

  private Run verify(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("verify", "-t", tasks.toString(), "-r", responses.toString()));
    arguments.addAll(Arrays.asList(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  @Test
  void verify_givesAVerdictForEachResponse_inTheirOrder() throws IOException {
    Run run = verify("-o", out.toString());
    assertThat(Files.readString(out)).isEqualTo(VERDICTS);
    assertThat(run.exitCode()).as("a verifier failed").isEqualTo(1);
    assertThat(run.err()).contains("1 responses could not be judged for a defect of Ponens");
  }

  @Test
  void verify_printsASummary() {
    assertThat(verify("-o", out.toString()).out())
        .isEqualTo(
            """
            | problem | responses | correct |  share | score | guess floor | corrected |
            | ------- | ---------:| -------:| ------:| -----:| -----------:| ---------:|
            | sum/add |         7 |       2 | 28.6 % | 0.286 |      25.0 % |     4.8 % |
            | all     |         9 |       2 | 22.2 % | 0.222 |      19.4 % |     3.4 % |

            | level | responses | correct |  share | score | guess floor | corrected |
            | ----- | ---------:| -------:| ------:| -----:| -----------:| ---------:|
            | 1     |         7 |       2 | 28.6 % | 0.286 |      25.0 % |     4.8 % |

            | status       | responses |  share |
            | ------------ | ---------:| ------:|
            | correct      |         2 | 22.2 % |
            | failed       |         1 | 11.1 % |
            | malformed    |         2 | 22.2 % |
            | no_answer    |         1 | 11.1 % |
            | unknown_task |         1 | 11.1 % |
            | unreadable   |         1 | 11.1 % |
            | wrong        |         1 | 11.1 % |
            guess floor: how often guesses are right; corrected: how much better than them the share is.
            """);
  }

  @Test
  void verify_writesTheSummaryAsJson() throws IOException {
    Path summary = folder.resolve("summary.json");
    verify("--summary", summary.toString());
    JsonNode json = new ObjectMapper().readTree(Files.readString(summary));
    assertThat(json.path("responses").asInt()).isEqualTo(9);
    assertThat(json.path("statuses").path("unknown_task").asInt()).isEqualTo(1);
    JsonNode problem = json.path("problems").path(0);
    assertThat(problem.path("family").asText()).isEqualTo("sum");
    assertThat(problem.path("problem").asText()).isEqualTo("add");
    assertThat(problem.path("guess_floor").asDouble()).isEqualTo(0.25);
    assertThat(problem.path("corrected").asDouble()).isBetween(0.047, 0.048);
    assertThat(json.path("levels").path(0).path("level").asInt()).isEqualTo(1);
  }

  @Test
  void verify_writesToStandardOutput_withoutTheSummary() {
    assertThat(verify("-o", "-").out()).isEqualTo(VERDICTS);
  }

  @Test
  void verify_readsStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(RESPONSES.getBytes(StandardCharsets.UTF_8)));
    try {
      Run run = Run.of("verify", "-t", tasks.toString(), "-r", "-", "-o", "-");
      assertThat(run.out()).isEqualTo(VERDICTS);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void partial_countsNearMisses() throws IOException {
    verify("-o", out.toString(), "--partial");
    assertThat(Files.readString(out))
        .isEqualTo(
            VERDICTS.replace(
                "\"score\":0,\"status\":\"wrong\"", "\"score\":0.25,\"status\":\"wrong\""));
  }

  @Test
  void steps_boundTheWorkOnOneResponse() throws IOException {
    verify("-o", out.toString(), "--steps", "3");
    assertThat(Files.readString(out)).contains("\"status\":\"over_budget\"");
  }

  @Test
  void verify_goesOn_whereverItWasStopped() throws IOException {
    Files.writeString(
        responses,
        """
        {"id": "sum-train-4-4", "response": "<answer>9</answer>"}
        {"id": "nob\u00f6dy", "response": "<answer>5</answer>"}
        {"id": "sum-train-2-3", "response": 7
        {"id": "sum-train-4-4", "response": "<answer>8</answer>"}
        """);
    verify("-o", out.toString());
    byte[] whole = Files.readAllBytes(out);
    String summary = verify("-o", folder.resolve("other.jsonl").toString()).out();
    for (int i = 0; i <= whole.length; i++) {
      Files.write(out, Arrays.copyOf(whole, i));
      Run run = verify("-o", out.toString());
      assertThat(Files.readAllBytes(out)).as("stopped at byte %d", i).isEqualTo(whole);
      assertThat(run.out()).as("stopped at byte %d", i).isEqualTo(summary);
    }
  }

  @Test
  void verify_givesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add(RESPONSES.lines().filter(line -> !line.isBlank()).toList().get(i * 7 % 9));
    }
    Files.write(responses, many);
    String one = verify("-o", out.toString(), "-j", "1").out();
    for (int threads = 2; threads <= 8; threads *= 2) {
      Path other = folder.resolve(threads + ".jsonl");
      Run run = verify("-o", other.toString(), "-j", Integer.toString(threads));
      assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(out));
      assertThat(run.out()).isEqualTo(one);
    }
    byte[] whole = Files.readAllBytes(out);
    Files.write(out, Arrays.copyOf(whole, whole.length / 2));
    assertThat(verify("-o", out.toString(), "-j", "3").out()).isEqualTo(one);
    assertThat(Files.readAllBytes(out)).isEqualTo(whole);
  }

  @Test
  void verify_leavesAFileAlone_thatItDidNotWrite() throws IOException {
    assertRefused("precious\n", ":1: this is no verdict");
    assertRefused("precious", ":1: this is not how the verdict begins");
    assertRefused(VERDICTS + VERDICTS, ":10: there is no response for this verdict");
    assertRefused(VERDICTS + "{", ":10: there is no response for this verdict");
    assertRefused(VERDICTS.substring(VERDICTS.indexOf('\n') + 1), ":1: this is the verdict of");
    assertRefused(VERDICTS.replace("it is 8", "it is 7"), ":2: this run gives another verdict");
  }

  private void assertRefused(String content, String message) throws IOException {
    Files.writeString(out, content);
    Run run = verify("-o", out.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
    assertThat(Files.readString(out)).isEqualTo(content);
  }

  @Test
  void verify_refusesTasksThatAreNone() throws IOException {
    String good = Files.readString(tasks);
    Files.writeString(tasks, good + "\n{\"id\": 7}\n");
    assertThat(verify().exitCode()).isEqualTo(1);
    assertThat(verify().err()).contains("tasks.jsonl:4: ");
    Files.writeString(tasks, good + "\n" + good.replace("How much", "How little"));
    assertThat(verify().err()).contains("tasks.jsonl:4: another task").contains("sum-train-2-3");
    Files.writeString(tasks, good + "\n\n" + good);
    assertThat(verify("-o", "-").out()).as("the same twice is one").isEqualTo(VERDICTS);
    assertThat(verify("-t", "no/such.jsonl").err()).contains("no/such.jsonl: no such file");
    assertThat(verify("-t", "x.gz", "-j", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void verify_takesTasksFromAFolder_orFromTheResponses() throws IOException {
    Path tasksFolder = Files.createDirectories(folder.resolve("data/sub"));
    Files.move(tasks, tasksFolder.resolve("tasks.jsonl"));
    tasks = folder.resolve("data");
    assertThat(verify("-o", "-").out()).isEqualTo(VERDICTS);
    String task = TaskJson.write(Sums.task(2, 3, AnswerFormat.TAG));
    Files.writeString(responses, task.replaceFirst("\\{", "{\"response\":\"<answer>5</answer>\","));
    Run run = Run.of("verify", "-r", responses.toString(), "-o", "-");
    assertThat(run.out()).isEqualTo(VERDICTS.lines().findFirst().orElseThrow() + "\n");
  }

  @Test
  void verify_readsNoOtherFileOver() throws IOException {
    Run run = verify("-o", responses.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(Files.readString(responses)).isEqualTo(RESPONSES);
  }
}
