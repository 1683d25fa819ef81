package org.ponens.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void generate_goesOnAfterAKill_whereverItStruck() throws IOException {
    String[] order = {"generate", "sums", "-n", "9", "--set", "size=5", "-j", "1"};
    byte[] whole = bytesOf("whole.jsonl", order);
    String manifest = manifestOf("whole.jsonl").replace("whole.jsonl", "cut.jsonl");
    Path cut = folder.resolve("cut.jsonl");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      Files.writeString(
          folder.resolve("cut.manifest.json"),
          manifest.replace("\"complete\" : true", "\"complete\" : false"));
      assertThat(bytesOf("cut.jsonl", order)).as("cut at %d", length).isEqualTo(whole);
      assertThat(manifestOf("cut.jsonl")).as("cut at %d", length).isEqualTo(manifest);
    }
    assertThat(manifest).contains("\"duplicates\" :").doesNotContain("\"duplicates\" : 0,");
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
    List<Task> tasks = new java.util.ArrayList<>();
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
