package org.ponens.generators.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;

class TaskIndexTest {

  @TempDir private Path folder = Path.of("");

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void find_readsTasksOfAnyLayout_fromAnyFile() throws IOException, InvalidTaskException {
    List<Path> files = new ArrayList<>();
    int number = 0;
    for (Layout layout : Layout.values()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        lines.add(layout.write(Sums.task(number++, i, AnswerFormat.LINE)));
        lines.add(i % 50 == 0 ? "  " : "");
      }
      files.add(file(layout.label() + ".jsonl", lines));
    }
    try (TaskIndex index = TaskIndex.of(files, Layout::readTask)) {
      assertThat(index.size()).isEqualTo(number);
      for (int i = 0; i < number; i += 13) {
        Task task = Sums.task(i, i % 700, AnswerFormat.LINE);
        assertThat(index.find(task.id())).contains(task);
      }
      assertThat(index.find("nobody")).isEmpty();
    }
  }

  @Test
  void find_readsTasksOfAnyLength() throws IOException, InvalidTaskException {
    String line = Layout.PONENS.write(Sums.task(1, 2, AnswerFormat.TAG));
    String longer = line.replace("How much", "How much ".repeat(10_000));
    try (TaskIndex index =
        TaskIndex.of(
            List.of(file("a.jsonl", List.of(longer, line.replace("1-2", "0")))),
            Layout::readTask)) {
      assertThat(index.find("sum-train-1-2").orElseThrow().prompt()).hasSizeGreaterThan(80_000);
      assertThat(index.find("sum-train-0")).isPresent();
    }
  }

  @Test
  void of_refusesLinesThatAreNoTasks_andIdsOfTwo() throws IOException {
    String line = Layout.PONENS.write(Sums.task(1, 2, AnswerFormat.TAG));
    Path good = file("good.jsonl", List.of(line, line));
    Path bad = file("bad.jsonl", List.of("", "{}"));
    Path other = file("other.jsonl", List.of(line.replace("much", "little")));
    assertInvalid(List.of(good, bad), "bad.jsonl:2: ");
    assertInvalid(List.of(good, other), "other.jsonl:1: another task of ");
  }

  private static void assertInvalid(List<Path> files, String message) {
    assertThatThrownBy(() -> TaskIndex.of(files, Layout::readTask).close())
        .isInstanceOf(InvalidTaskException.class)
        .hasMessageContaining(message);
  }

  @Test
  void in_takesFilesAsTheyAre_andFoldersByName() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("sub"));
    Path b = file("b.jsonl", List.of());
    Path a = Files.write(sub.resolve("a.jsonl"), List.of());
    Path text = file("notes.txt", List.of());
    assertThat(TaskFiles.in(List.of(text, folder))).containsExactly(text, b, a);
    assertThatThrownBy(() -> TaskFiles.in(List.of(Files.createDirectory(sub.resolve("empty")))))
        .hasMessageContaining("no .jsonl file");
    Path packed = file("a.jsonl.gz", List.of());
    assertThatThrownBy(() -> TaskFiles.in(List.of(packed))).hasMessageContaining("unpack");
  }

  @Test
  void judge_prefersTheTasksGiven_toThoseInTheRecords() throws IOException, InvalidTaskException {
    Task given = Sums.task(1, 2, AnswerFormat.TAG);
    Path file = file("a.jsonl", List.of(Layout.PONENS.write(given)));
    String easier = Layout.PONENS.write(given).replace("{\"a\":1,", "{\"a\":40,");
    Task forged = Layout.readTask(easier);
    Response response =
        new Response.Given(given.id(), "<answer>42</answer>", false, Optional.of(forged));
    try (TaskIndex index = TaskIndex.of(List.of(file), Layout::readTask)) {
      assertThat(verifications(Optional.of(index)).judge(response).judgement().correct()).isFalse();
      assertThat(verifications(Optional.empty()).judge(response).judgement().correct()).isTrue();
    }
  }

  @Test
  void judge_isTheSame_howeverManyTasksThereAre() throws IOException, InvalidTaskException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      lines.add(Layout.PONENS.write(Sums.task(i, i, AnswerFormat.TAG)));
    }
    try (TaskIndex index = TaskIndex.of(List.of(file("a.jsonl", lines)), Layout::readTask)) {
      Verifications verifications = verifications(Optional.of(index));
      for (int i = 0; i < 20_000; i++) {
        int a = i * 7919 % 5000;
        Response response =
            new Response.Given(
                "sum-train-" + a + "-" + a,
                "<answer>" + 2 * a + "</answer>",
                false,
                Optional.empty());
        assertThat(verifications.judge(response).judgement().correct()).isTrue();
      }
    }
  }

  private static Verifications verifications(Optional<TaskIndex> index) {
    return new Verifications(index, Sums::find, Verification.DEFAULT_STEPS, false);
  }
}
