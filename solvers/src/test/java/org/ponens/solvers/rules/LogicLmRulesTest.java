package org.ponens.solvers.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.rules.Rules;
import org.ponens.solvers.Budget;

/** Programs that a model wrote for Logic-LM, where the shared data is at hand. */
class LogicLmRulesTest {

  private record Counts(int programs, int readable, int withoutError, int right) {}

  @Test
  void proofWriter_isReadAndDecided() throws IOException {
    Counts counts = count("ProofWriter", World.OPEN);
    assertThat(counts.programs()).isEqualTo(599);
    assertThat(counts.readable()).isEqualTo(599);
    assertThat(counts.withoutError()).isGreaterThanOrEqualTo(580);
    assertThat(counts.right()).isGreaterThanOrEqualTo(520);
  }

  @Test
  void prontoQa_isReadAndDecided() throws IOException {
    Counts counts = count("ProntoQA", World.CLOSED);
    assertThat(counts.programs()).isEqualTo(500);
    assertThat(counts.readable()).isGreaterThanOrEqualTo(498);
    assertThat(counts.right()).isGreaterThanOrEqualTo(422);
  }

  private static Counts count(String dataSet, World world) throws IOException {
    int programs = 0;
    int readable = 0;
    int withoutError = 0;
    int right = 0;
    for (Map<String, String> item : items(dataSet)) {
      programs++;
      Parsed<RuleProgram> parsed = Rules.parse(item.getOrDefault("raw_logic_programs", ""));
      withoutError += parsed.hasErrors() ? 0 : 1;
      Optional<RuleProgram> program = parsed.value();
      if (program.isEmpty()) {
        continue;
      }
      readable++;
      assertThat(Rules.parse(program.get().print()).value()).isEqualTo(program);
      if (RuleSolver.solve(program.get(), world, Budget.oneSecond())
          instanceof RuleResult.Decided(var answer)) {
        ProofChecker checker = new ProofChecker(program.get().facts(), program.get().rules());
        assertThat(answer.proof().flatMap(checker::fault)).isEmpty();
        assertThat(answer.refutation().flatMap(checker::fault)).isEmpty();
        right += letter(answer.truth()).equals(item.get("answer")) ? 1 : 0;
      }
    }
    return new Counts(programs, readable, withoutError, right);
  }

  private static String letter(Truth truth) {
    return switch (truth) {
      case TRUE -> "A";
      case FALSE -> "B";
      case UNKNOWN -> "C";
      case CONFLICT -> "none";
    };
  }

  private static List<Map<String, String>> items(String dataSet) throws IOException {
    Path file =
        Path.of(
            System.getProperty("ponens.shared", "no-shared-data"),
            "data/logiclm",
            dataSet + "_dev_text-davinci-003.json");
    Assumptions.assumeTrue(Files.exists(file), () -> "the shared data is not here: " + file);
    List<Map<String, String>> items = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      Map<String, String> item = new HashMap<>();
      String field = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          field = json.getText();
        } else if (token == JsonToken.VALUE_STRING) {
          item.putIfAbsent(field, json.getText());
        } else if (token == JsonToken.END_OBJECT) {
          items.add(item);
          item = new HashMap<>();
        }
      }
    }
    return items;
  }
}
