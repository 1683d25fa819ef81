package org.ponens.app.induction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ponens.app.terminal.Table;
import org.ponens.generators.induction.slr.Score;
import org.ponens.generators.induction.slr.SlrBench;
import org.ponens.generators.induction.slr.ValidationProgram;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.verify.Extraction;
import org.ponens.grammar.diagnostic.Source;

/** Rows of SLR-Bench, scored as they come. For one thread. */
final class BenchRun {

  private static final String WHOLE = "all";

  private final Map<String, String> responses = new HashMap<>();
  private final List<Score> scores = new ArrayList<>();
  private final Map<Integer, List<Score>> byLevel = new TreeMap<>();

  /** Takes a response; whether the line was one. */
  boolean response(String line) {
    try {
      JsonNode json = TaskJson.tree(line);
      if (json.has("id") && json.path("response").isTextual()) {
        responses.put(json.path("id").asText(), json.path("response").textValue());
        return true;
      }
      return false;
    } catch (InvalidTaskException e) {
      return false;
    }
  }

  /** Scores a row; what is wrong with it, or nothing. */
  String row(String line) {
    try {
      JsonNode row = TaskJson.tree(line);
      if (!SlrBench.isRow(row)) {
        return "no row of SLR-Bench: 'prompt' or 'validation program' is missing";
      }
      Optional<String> response = Optional.ofNullable(responses.get(row.path("id").asText()));
      Score score = score(SlrBench.task(row), response);
      scores.add(score);
      byLevel
          .computeIfAbsent(row.path("curriculum level").asInt(), key -> new ArrayList<>())
          .add(score);
      return "";
    } catch (InvalidTaskException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Score score(Task task, Optional<String> response) throws InvalidTaskException {
    if (response.isEmpty()) {
      return Score.unread("there is no response");
    }
    return switch (Extraction.of(response.get(), task.answerFormat(), task.prompt())) {
      case Extraction.Answer(String rule) -> {
        ValidationProgram program = SlrBench.program(task);
        yield program.score(Source.of("rule", rule), program.defaultSteps());
      }
      case Extraction.None(String reason) -> Score.unread(reason);
      case Extraction.TooLong(String reason) -> Score.unread(reason);
    };
  }

  List<Score> scores() {
    return scores;
  }

  /** A table by level. */
  String print() {
    Table table = new Table(List.of("level", "rows", "accuracy", "partial", "syntax"));
    byLevel.forEach((level, of) -> add(table, level == 0 ? "none" : level.toString(), of));
    if (byLevel.size() != 1) {
      add(table, WHOLE, scores);
    }
    return table.toString().stripTrailing();
  }

  private static void add(Table table, String name, List<Score> of) {
    table.row(
        List.of(
            name,
            Integer.toString(of.size()),
            percent(ScoresJson.mean(of, s -> s.isCorrect() ? 1 : 0)),
            percent(ScoresJson.mean(of, Score::partial)),
            percent(ScoresJson.mean(of, s -> s.isSyntaxValid() ? 1 : 0))));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
