package org.ponens.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ponens.app.Ponens;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;

/** What a user who makes data sets gets. */
class GenerateCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  private record Run(int exitCode, String out, String err) {}

  @Test
  void generate_writesTheTasksAskedFor_toStandardOutput() throws InvalidTaskException {
    Run run = run("generate", "sums", "--count", "5", "--set", "size=1000000");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(5);
    for (int i = 0; i < 5; i++) {
      Task task = Layout.readTask(lines.get(i));
      assertThat(task.index()).isEqualTo(i);
      assertThat(task.reference()).isPresent();
      assertThat(task.split()).isEqualTo(Split.TRAIN);
    }
  }

  @Test
  void generate_dropsDuplicatesAndMakesUpForThem() throws IOException, InvalidTaskException {
    Path out = folder.resolve("t.jsonl");
    Run run = run("generate", "sums", "-n", "60", "--set", "size=15", "-o", out.toString());
    assertThat(run.exitCode()).isZero();
    List<Task> tasks = tasks(out);
    assertThat(tasks).hasSize(60);
    assertThat(tasks.stream().map(Task::duplicateKey)).doesNotHaveDuplicates();
    assertThat(tasks.stream().map(Task::index)).isSorted();
    long dropped = tasks.getLast().index() + 1 - 60;
    assertThat(dropped).isPositive();
    assertThat(run.out()).contains("60 tasks in", dropped + " duplicates dropped, 0 items missed");
    assertThat(file(out).path("duplicates").asLong()).isEqualTo(dropped);
  }

  @Test
  void generate_givesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    String[] order = {
      "generate",
      "sums",
      "-n",
      "500",
      "-l",
      "2..3",
      "--set",
      "size=200",
      "--set",
      "problem=add,multiply",
      "--layout",
      "verl"
    };
    byte[] one = bytesOf("1.jsonl", with(order, "-j", "1"));
    assertThat(bytesOf("2.jsonl", with(order, "-j", "2"))).isEqualTo(one);
    assertThat(bytesOf("7.jsonl", with(order, "-j", "7"))).isEqualTo(one);
    assertThat(manifestOf("7.jsonl").replace("7.jsonl", "1.jsonl"))
        .isEqualTo(manifestOf("1.jsonl"));
  }

  /** A longer file at the ends of its lines, with threads, duplicates and missed items. */
  @Test
  void generate_goesOnAfterAKill_behindAnyLine() throws IOException {
    String[] order = {
      "generate",
      "sums",
      "-n",
      "16",
      "-l",
      "2..3",
      "--set",
      "size=11",
      "-j",
      "3",
      "--layout",
      "nemo-gym",
      "--without-reference"
    };
    byte[] whole = bytesOf("whole.jsonl", order);
    String manifest = manifestOf("whole.jsonl").replace("whole.jsonl", "cut.jsonl");
    for (int length = 0; length < whole.length; length++) {
      if (whole[length] == '\n') {
        assertResumes(whole, length, manifest, order);
        assertResumes(whole, length + 1, manifest, order);
      }
    }
    assertThat(manifest).doesNotContain("\"duplicates\" : 0,").doesNotContain("\"missed\" : 0,");
  }

  private void assertResumes(byte[] whole, int length, String manifest, String... order)
      throws IOException {
    Files.write(folder.resolve("cut.jsonl"), Arrays.copyOf(whole, length));
    Files.writeString(
        folder.resolve("cut.manifest.json"),
        manifest.replace("\"complete\" : true", "\"complete\" : false"));
    assertThat(bytesOf("cut.jsonl", order)).as("cut at %d", length).isEqualTo(whole);
    assertThat(manifestOf("cut.jsonl")).as("cut at %d", length).isEqualTo(manifest);
  }

  @Test
  void aFinishedFile_isLeftAlone_andGoneOnWith_whenMoreAreAskedFor() throws IOException {
    byte[] many = bytesOf("many.jsonl", "generate", "sums", "-n", "30", "--set", "size=30");
    bytesOf("some.jsonl", "generate", "sums", "-n", "10", "--set", "size=30");
    Path some = folder.resolve("some.jsonl");
    Run again = run("generate", "sums", "-n", "10", "--set", "size=30", "-o", some.toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("some.jsonl is complete: nothing to do");
    assertThat(bytesOf("some.jsonl", "generate", "sums", "-n", "30", "--set", "size=30"))
        .isEqualTo(many);
    assertThat(manifestOf("some.jsonl").replace("some", "many"))
        .isEqualTo(manifestOf("many.jsonl"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--seed 8          | seed was `\"7\"`, and is `\"8\"`",
        "--split test      | split was `\"train\"`, and is `\"test\"`",
        "--level 3         | level was `\"2\"`, and is `\"3\"`",
        "--set size=60     | knobs was `{\"size\":\"50\"}`, and is `{\"size\":\"60\"}`",
        "--layout trl      | layout was `\"ponens\"`, and is `\"trl\"`",
        "--without-reference | reference was true, and is false",
        "--shard 1/2       | shard was `\"1/1\"`, and is",
        "--count 3         | there are more tasks than the --count of 3",
      })
  void aFileOfOtherSettings_isRefused_andLeftAsItIs(String option, String message)
      throws IOException {
    Path out = folder.resolve("t.jsonl");
    String[] order = {
      "generate", "sums", "-n", "5", "-o", out.toString(), "-s", "7", "--set", "size=50", "-l", "2"
    };
    run(order);
    byte[] before = Files.readAllBytes(out);
    String[] words = option.split(" ", -1);
    String[] changed = order.clone();
    for (int i = 2; i < changed.length - 1; i += 2) {
      boolean same =
          words[0].equals("--" + Map.of("-n", "count", "-s", "seed", "-l", "level").get(order[i]))
              || words[0].equals(order[i]);
      if (same) {
        changed[i + 1] = words[1];
        words = new String[0];
        break;
      }
    }
    Run run = run(with(changed, words));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message.replace("`", "")).hasLineCount(1);
    assertThat(Files.readAllBytes(out)).isEqualTo(before);
  }

  @Test
  void aFileThatNothingIsKnownOf_isRefused_andLeftAsItIs() throws IOException {
    Path out = folder.resolve("notes.jsonl");
    Files.writeString(out, "{\"mine\": 1}\n");
    Run run = run("generate", "sums", "-o", out.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("nothing says how this file was made");
    assertThat(Files.readString(out)).isEqualTo("{\"mine\": 1}\n");
    assertThat(folder.resolve("notes.manifest.json")).doesNotExist();
  }

  @Test
  void aLineThatSomebodyChanged_isFound() throws IOException {
    String[] order = {"generate", "sums", "-n", "5", "--set", "size=1000"};
    bytesOf("t.jsonl", order);
    Path out = folder.resolve("t.jsonl");
    List<String> lines = Files.readAllLines(out);
    Files.writeString(out, lines.get(0) + "\n" + lines.get(2) + "\n");
    assertThat(run(with(order, "-o", out.toString())).err()).contains("lack a task");
    Files.writeString(out, lines.get(1) + "\n" + lines.get(0) + "\n");
    assertThat(run(with(order, "-o", out.toString())).err()).contains("t.jsonl line 2");
    Files.writeString(out, lines.get(0) + "\nnonsense\n");
    assertThat(run(with(order, "-o", out.toString())).err())
        .contains("t.jsonl line 2 is no task: no JSON");
  }

  @Test
  void shards_oneBehindTheOther_areTheWhole() throws IOException {
    String[] order = {"generate", "sums", "-n", "50", "--set", "size=100000000"};
    byte[] whole = bytesOf("whole.jsonl", order);
    ByteArrayOutputStream shards = new ByteArrayOutputStream();
    for (int k = 1; k <= 7; k++) {
      shards.write(bytesOf("shard" + k + ".jsonl", with(order, "--shard", k + "/7")));
    }
    assertThat(shards.toByteArray()).isEqualTo(whole);
  }

  @Test
  void aFolder_isADataSet_withManifestAndCard()
      throws IOException, InvalidTaskException, NoSuchAlgorithmException {
    Path data = folder.resolve("data");
    for (Split split : Split.values()) {
      Run run =
          run(
              "generate",
              "sums",
              "-n",
              "20",
              "-l",
              "1..3",
              "--set",
              "size=150",
              "--set",
              "problem=add",
              "--set",
              "problem=multiply",
              "--split",
              split.label(),
              "--layout",
              "verl",
              "-o",
              data.toString());
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("| multiply |", "20 tasks in");
    }
    JsonNode manifest = JSON.readTree(Files.readString(data.resolve("manifest.json")));
    String card = Files.readString(data.resolve("README.md"));
    Set<String> classes = new HashSet<>();
    for (Split split : Split.values()) {
      Path path = data.resolve(split.label() + ".jsonl");
      List<Task> tasks = tasks(path);
      assertThat(tasks).hasSize(20).allMatch(task -> task.split() == split);
      tasks.forEach(task -> assertThat(classes.add(task.problem() + task.isomorphism())).isTrue());
      JsonNode file = manifest.path("files").path(path.getFileName().toString());
      assertThat(file.path("complete").asBoolean()).isTrue();
      assertThat(file.path("tasks").asInt()).isEqualTo(20);
      assertThat(file.path("command").asText())
          .isEqualTo(
              "ponens generate sums --count 20 --level 1..3 --seed 0 --split "
                  + split.label()
                  + " --set problem=add,multiply --set size=150 --layout verl");
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      assertThat(file.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
      int counted = 0;
      for (JsonNode problem : file.path("problems")) {
        assertThat(problem.path("guess_floor").path("majority").asDouble()).isEqualTo(0.25);
        for (JsonNode level : problem.path("levels")) {
          counted += level.asInt();
        }
      }
      assertThat(counted).isEqualTo(20);
      assertThat(card)
          .contains("  - split: " + split.label() + "\n    path:\n    - \"" + split.label())
          .contains(file.path("command").asText());
    }
    assertThat(card).startsWith("---\npretty_name: \"data\"\n").contains("configs:");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void shardsInAFolder_areNamedAsOnTheHub() {
    Path data = folder.resolve("data");
    Run run =
        run(
            "generate",
            "sums",
            "-n",
            "9",
            "--shard",
            "2/3",
            "--set",
            "size=999999",
            "-o",
            data.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(data.resolve("train-00001-of-00003.jsonl")).exists();
    assertThat(data.resolve("train-00001-of-00003.manifest.json")).exists();
  }

  @ParameterizedTest
  @EnumSource
  void everyLayout_isWrittenWithAndWithoutTheReference(Layout layout) throws InvalidTaskException {
    List<Task> with = new ArrayList<>();
    for (String line : run("generate", "sums", "--layout", layout.label()).out().lines().toList()) {
      with.add(Layout.readTask(line));
    }
    Run run = run("generate", "sums", "--layout", layout.label(), "--without-reference");
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(Layout.readTask(lines.get(i))).isEqualTo(with.get(i).withoutReference());
    }
  }

  @Test
  void whatCantBeMade_endsTheRun_andIsReported() throws IOException {
    Path out = folder.resolve("few.jsonl");
    Run run = run("generate", "sums", "-n", "100", "--set", "size=2", "-o", out.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("of 100 tasks: the items that followed were all duplicates");
    assertThat(Files.readAllLines(out)).hasSizeBetween(3, 6);
    assertThat(file(out).path("complete").asBoolean()).isFalse();
    Run level = run("generate", "sums", "-n", "2", "-l", "4", "--set", "size=9");
    assertThat(level.exitCode()).isEqualTo(1);
    assertThat(level.err()).contains("0 of 2 tasks", "of level 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summs                        | unknown family 'summs'; did you mean 'sums'?",
        "tea                          | unknown family 'tea'; there are: sums",
        "sums --set sise=3            | unknown knob 'sise' for family sums; did you mean 'size'?",
        "sums --set size              | --set takes KNOB=VALUE, not 'size'",
        "sums --set size=0            | size=0: a whole number from 1 to",
        "sums --set problem=divide    | problem=divide: one or several of add, multiply, or all",
        "sums --level 9               | level=9: a whole number from 1 to 4",
        "sums --count 0               | --count is 1 to 100000000000, not 0",
        "sums --threads 0             | --threads is 1 or more, not 0",
        "sums --shard 3/2             | --shard takes K/N with K from 1 to N, not '3/2'",
        "sums --split dev             | --split is train, validation or test, not 'dev'",
        "sums --layout parquet        | --layout is one of ponens, verl, trl",
      })
  void wrongSettings_areSaidInOneLine_withWhatIsPossible(String arguments, String message) {
    Run run = run(("generate " + arguments).split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ponens: ").contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void twoRuns_dontWriteTheSameFile() throws IOException {
    Path out = folder.resolve("t.jsonl");
    try (TaskFile held = TaskFile.open(out, (number, line) -> {})) {
      Run run = run("generate", "sums", "-o", out.toString());
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("another run is writing it");
      assertThat(held.bytes()).isZero();
    }
  }

  private byte[] bytesOf(String file, String... order) throws IOException {
    Path out = folder.resolve(file);
    Run run = run(with(order, "--out", out.toString()));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readAllBytes(out);
  }

  private String manifestOf(String file) throws IOException {
    return Files.readString(folder.resolve(file.replace(".jsonl", ".manifest.json")));
  }

  private static JsonNode file(Path out) throws IOException {
    String name = out.getFileName().toString();
    Path manifest = out.resolveSibling(name.replace(".jsonl", ".manifest.json"));
    return JSON.readTree(Files.readString(manifest)).path("files").path(name);
  }

  private static List<Task> tasks(Path file) throws IOException, InvalidTaskException {
    List<Task> tasks = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      tasks.add(Layout.readTask(line));
    }
    return tasks;
  }

  private static String[] with(String[] arguments, String... more) {
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Ponens.commandLine(Families.of(new Sums()))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
