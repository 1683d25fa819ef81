package org.ponens.translators.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.grammar.Language;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.Budget;
import org.ponens.translators.Question;
import org.ponens.translators.dataset.Entry;
import org.ponens.translators.dataset.ItemReader;

/** What must not get worse on the data that nobody here wrote; skipped where it is absent. */
class SharedDataTest {

  private static final Path DATA =
      Path.of(System.getProperty("ponens.shared", "../../shared"), "data");

  // Ample, so that a busy machine changes nothing.
  private final ProgramSolver solver = new ProgramSolver(Budget.of(Duration.ofSeconds(10)));

  @ParameterizedTest
  @CsvSource({
    "FOLIO, 188, 107, 0",
    "ProofWriter, 590, 528, 85",
    "ProntoQA, 498, 434, 90",
    "LogicalDeduction, 300, 186, 85",
    "AR-LSAT, 90, 8, 75",
  })
  void solve_reachesItsFloorsOnLogicLm(String name, int executable, int right, int trustedPercent)
      throws IOException {
    Path file = DATA.resolve("logiclm").resolve(name + "_dev_text-davinci-003.json");
    assumeTrue(Files.isRegularFile(file), "skipped: no " + file);
    int isExecutable = 0;
    int isRight = 0;
    int trusted = 0;
    int trustedRight = 0;
    try (Reader in = Files.newBufferedReader(file);
        ItemReader reader = ItemReader.of(in)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        var item = ((Entry.WellFormed) next.get()).item();
        Source source = Source.of(item.id(), item.programs().getFirst());
        Solution solution = solver.solve(item.question(), Optional.empty(), source);
        boolean agrees = solution.answer().isPresent() && solution.answer().equals(item.answer());
        isExecutable += solution.executable() ? 1 : 0;
        isRight += agrees ? 1 : 0;
        trusted += solution.trusted() ? 1 : 0;
        trustedRight += solution.trusted() && agrees ? 1 : 0;
        assertThat(solution.trusted() || !solution.doubts().isEmpty()).isTrue();
      }
    }
    assertThat(isExecutable).isGreaterThanOrEqualTo(executable);
    assertThat(isRight).isGreaterThanOrEqualTo(right);
    assertThat(100 * trustedRight).isGreaterThanOrEqualTo(trustedPercent * trusted);
  }

  @Test
  void solve_agreesWithTheRecordedVerdictsOfFolio() throws IOException {
    Path folder = DATA.resolve("fol").resolve("folio");
    assumeTrue(Files.isDirectory(folder), "skipped: no " + folder);
    Map<String, String> recorded = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("validation-verdicts.tsv"))) {
      String[] cells = line.split("\t", -1);
      recorded.put(cells[0], cells[2]);
    }
    Map<String, String> words =
        Map.of("entailed", "True", "refuted", "False", "independent", "Uncertain");
    List<String> disagreeing = new ArrayList<>();
    int index = 0;
    for (String line : Files.readAllLines(folder.resolve("folio-validation.jsonl"))) {
      String id = "validation_" + index++;
      JsonNode story = new ObjectMapper().readTree(line);
      StringBuilder program = new StringBuilder("Premises:\n");
      story.path("premises-FOL").forEach(f -> program.append(f.asText()).append('\n'));
      program.append("Conclusion:\n").append(story.path("conclusion-FOL").asText()).append('\n');
      Solution solution =
          solver.solve(
              Question.none(), Optional.of(Language.FOL), Source.of(id, program.toString()));
      String expected = recorded.get(id);
      if (expected != null && !expected.equals(words.get(solution.verdict()))) {
        disagreeing.add(id + ": " + solution.verdict() + ", recorded " + expected);
      }
    }
    assertThat(disagreeing).isEmpty();
  }
}
