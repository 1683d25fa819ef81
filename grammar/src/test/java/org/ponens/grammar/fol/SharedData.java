package org.ponens.grammar.fol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The data that lie beside the project, where they do. */
final class SharedData {

  private static final JsonFactory JSON = new JsonFactory();

  private SharedData() {}

  /** A story of FOLIO: formulas that people wrote. */
  record Story(List<String> premises, String conclusion) {

    /** In Logic-LM's layout. */
    String program() {
      return "Premises:\n" + String.join("\n", premises) + "\nConclusion:\n" + conclusion + "\n";
    }
  }

  static Path path(String name) {
    Path path = Path.of(System.getProperty("ponens.shared", "../../shared"), "data", name);
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped, as " + path + " is not here");
    return path;
  }

  static List<Story> folioStories() throws IOException {
    List<Story> stories = new ArrayList<>();
    for (String line : Files.readAllLines(path("fol/folio/folio-validation.jsonl"))) {
      try (JsonParser json = JSON.createParser(line)) {
        List<String> premises = List.of();
        String conclusion = "";
        while (json.nextToken() != null) {
          if (json.currentToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
              case "premises-FOL" -> premises = strings(json);
              case "conclusion-FOL" -> conclusion = json.nextTextValue();
              default -> {}
            }
          }
        }
        stories.add(new Story(premises, conclusion));
      }
    }
    return stories;
  }

  /** The first program of each item of a Logic-LM file. */
  static List<String> logicLmPrograms(String file) throws IOException {
    List<String> programs = new ArrayList<>();
    try (JsonParser json = JSON.createParser(path("logiclm/" + file).toFile())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME
            && json.currentName().equals("raw_logic_programs")) {
          programs.addAll(strings(json).subList(0, 1));
        }
      }
    }
    return programs;
  }

  private static List<String> strings(JsonParser json) throws IOException {
    List<String> strings = new ArrayList<>();
    json.nextToken();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      strings.add(Optional.ofNullable(json.getText()).orElse(""));
    }
    return strings;
  }
}
