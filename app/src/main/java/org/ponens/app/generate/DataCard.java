package org.ponens.app.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code README.md} of a folder of tasks, with the YAML header from which the Hugging Face hub
 * reads the splits and their files.
 */
final class DataCard {

  private DataCard() {}

  /** A card for the files of a manifest. */
  static String of(String title, Manifest manifest) {
    SortedMap<String, SortedSet<String>> splits = new TreeMap<>();
    StringBuilder files = new StringBuilder();
    StringBuilder commands = new StringBuilder();
    for (Map.Entry<String, JsonNode> named : manifest.files()) {
      JsonNode file = named.getValue();
      JsonNode made = file.path("made_with");
      splits
          .computeIfAbsent(made.path("split").asText(), split -> new TreeSet<>())
          .add(named.getKey());
      commands.append(file.path("command").asText()).append('\n');
      files.append(
          "| `%s` | %s, version %d | %s | %s | %d | %d | %d |%n"
              .replace("%n", "\n")
              .formatted(
                  named.getKey(),
                  made.path("family").asText(),
                  made.path("family_version").asInt(),
                  made.path("layout").asText(),
                  made.path("reference").asBoolean() ? "yes" : "no",
                  file.path("tasks").asLong(),
                  file.path("duplicates").asLong(),
                  file.path("missed").asLong()));
    }
    return header(title, splits)
        + "\n# "
        + title
        + "\n\nLogic problems whose answers can be verified, made by Ponens. Every line is a task and"
        + " holds all that verification needs.\nSplits are disjoint up to isomorphism.\n\n"
        + "| file | family | layout | references | tasks | duplicates dropped | missed |\n"
        + "| --- | --- | --- | --- | ---: | ---: | ---: |\n"
        + files
        + "\n## By problem\n\n"
        + problems(manifest)
        + "\nA guess floor is how often an answer without reasoning is right: the same answer always,"
        + " the most frequent one, a random one.\n\n"
        + "## Made by\n\n```\n"
        + commands
        + "```\n\nThe same commands give the same bytes. `manifest.json` has the checksums and the"
        + " histogram of difficulty.\n";
  }

  private static String header(String title, SortedMap<String, SortedSet<String>> splits) {
    StringBuilder header = new StringBuilder("---\n");
    header.append("pretty_name: ").append(quoted(title)).append('\n');
    header.append("language:\n- en\ntags:\n- reasoning\n- logic\n- rlvr\n");
    header.append("configs:\n- config_name: default\n  data_files:\n");
    splits.forEach(
        (split, names) -> {
          header.append("  - split: ").append(split).append("\n    path:\n");
          names.forEach(name -> header.append("    - ").append(quoted(name)).append('\n'));
        });
    return header.append("---\n").toString();
  }

  /** A YAML string: JSON's are. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String problems(Manifest manifest) {
    StringBuilder table =
        new StringBuilder(
            """
            | file | problem | tasks | levels | floor: constant | majority | random |
            | --- | --- | ---: | --- | ---: | ---: | ---: |
            """);
    for (Map.Entry<String, JsonNode> file : manifest.files()) {
      for (Map.Entry<String, JsonNode> problem : file.getValue().path("problems").properties()) {
        JsonNode floor = problem.getValue().path("guess_floor");
        table
            .append("| `")
            .append(file.getKey())
            .append("` | ")
            .append(problem.getKey())
            .append(" | ")
            .append(problem.getValue().path("tasks").asLong())
            .append(" | ")
            .append(levels(problem.getValue().path("levels")))
            .append(" | ")
            .append(floor.path("constant").asDouble())
            .append(" | ")
            .append(floor.path("majority").asDouble())
            .append(" | ")
            .append(floor.path("random").asDouble())
            .append(" |\n");
      }
    }
    return table.toString();
  }

  private static String levels(JsonNode levels) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> level : levels.properties()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(level.getKey())
          .append(": ")
          .append(level.getValue().asLong());
    }
    return text.toString();
  }
}
