package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Task;

class FileKnobTest {

  private static final String SATISFIABLE = "p cnf 4 4\n1 2 0\n-1 3 0\n-2 -3 4 0\n-4 1 -3 0\n";
  private static final String UNSATISFIABLE = "p cnf 2 4\n1 2 0\n1 -2 0\n-1 2 0\n-1 -2 0\n";

  @TempDir private Path folder;

  private List<Task> draw(Path path, String problem) throws InvalidSettingException {
    return SatTasks.draw(
        Map.of("source", "file", "file", path.toString(), "problem", problem), 1, 20);
  }

  @Test
  void aFile_isAskedAbout() throws Exception {
    Path file = Files.writeString(folder.resolve("one.txt"), SATISFIABLE);
    List<Task> tasks = draw(file, "assignment,first-model,backbone");
    assertThat(tasks).isNotEmpty();
    for (Task task : tasks) {
      assertThat(task.difficulty().knobs()).containsEntry("source", "file");
      assertThat(task.difficulty().knobs()).containsEntry("clauses", "4");
    }
  }

  @Test
  void aFolder_givesTheSameTasks_whereverItLies_plainOrCompressed() throws Exception {
    Path here = Files.createDirectory(folder.resolve("here"));
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.writeString(here.resolve("a.cnf"), SATISFIABLE);
    Files.writeString(here.resolve("b.cnf"), UNSATISFIABLE);
    Files.writeString(there.resolve("readme.txt"), "not a formula");
    zipped(there.resolve("b.cnf.gz"), UNSATISFIABLE);
    zipped(there.resolve("a.cnf.gz"), SATISFIABLE);
    assertThat(draw(here, "decision")).isNotEmpty().isEqualTo(draw(there, "decision"));
  }

  private static void zipped(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void whatCantBeRead_isNamedWithItsPlace() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.cnf"), "p cnf 2 1\n1 two 0\n");
    assertThatThrownBy(() -> draw(file, "decision"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("bad.cnf:2:3: error: a literal is a number");
    assertThatThrownBy(() -> draw(folder.resolve("none"), "decision"))
        .hasMessageContaining("there is no file or folder");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> draw(empty, "decision")).hasMessageContaining("there are no files");
  }

  @Test
  void theKnobsFileAndSource_goTogether() {
    assertThatThrownBy(() -> SatTasks.draw(Map.of("source", "file"), 1, 1))
        .hasMessageContaining("--set file=PATH");
    assertThatThrownBy(() -> SatTasks.draw(Map.of("file", "x.cnf"), 1, 1))
        .hasMessageContaining("--set source=file");
  }
}
