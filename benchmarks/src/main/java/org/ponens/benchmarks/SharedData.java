package org.ponens.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs that nobody here wrote; they lie beside the project and are not part of it. */
final class SharedData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;

  private SharedData(Path root) {
    this.root = root;
  }

  /** The folder that the property {@code ponens.shared} names, or {@code ../shared}. */
  static SharedData find() {
    Path root = Path.of(System.getProperty("ponens.shared", "../shared"));
    if (!Files.isDirectory(root.resolve("data"))) {
      throw new IllegalStateException(
          "no data in " + root.toAbsolutePath() + ": name the folder with -Dponens.shared=FOLDER");
    }
    return new SharedData(root);
  }

  /** A FOLIO story with its gold formulas, as a program in Logic-LM's layout. */
  record Story(String id, String program, String verdict) {}

  /** The 204 stories of FOLIO's validation split; the verdict is empty where none is recorded. */
  List<Story> folio() throws IOException {
    Map<String, String> verdicts = new HashMap<>();
    for (String line : lines("fol/folio/validation-verdicts.tsv")) {
      String[] cells = line.split("\t", -1);
      verdicts.put(cells[0], cells[2]);
    }
    List<Story> stories = new ArrayList<>();
    for (String line : lines("fol/folio/folio-validation.jsonl")) {
      JsonNode story = JSON.readTree(line);
      StringBuilder program = new StringBuilder("Premises:\n");
      story.path("premises-FOL").forEach(f -> program.append(f.asText().strip()).append('\n'));
      program
          .append("Conclusion:\n")
          .append(story.path("conclusion-FOL").asText().strip())
          .append('\n');
      String id = "validation_" + stories.size();
      stories.add(new Story(id, program.toString(), verdicts.getOrDefault(id, "")));
    }
    return stories;
  }

  /** The TPTP files below a folder, sorted. */
  List<Path> problems(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("data").resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".p")).sorted().toList();
    }
  }

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(root.resolve("data").resolve(file));
  }

  Path path(String file) {
    return root.resolve("data").resolve(file);
  }
}
