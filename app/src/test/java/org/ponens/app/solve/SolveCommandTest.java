package org.ponens.app.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.app.Ponens;
import picocli.CommandLine;

/** What a user at a terminal gets. */
class SolveCommandTest {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir private Path folder = Path.of("");

  private record Run(int exitCode, String out, String err) {}

  @ParameterizedTest
  @CsvSource({
    "socrates.fol, entailed",
    "museum.fol, independent",
    "garden.rules, true",
    "shelf.csp, 'unique option, A'",
    "ferry.satlm, 'unique option, C'",
    "inverse.p, entailed",
  })
  void solve_decidesAProgramOfEachLanguage(String file, String verdict) {
    Run run = run("solve", EXAMPLES.resolve(file).toString());
    assertThat(run.out()).contains(file + ": " + verdict);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void solve_printsTheSzsStatusOfATptpFile() {
    assertThat(run("solve", EXAMPLES.resolve("inverse.p").toString()).out())
        .contains("% SZS status Theorem for");
    assertThat(run("solve", EXAMPLES.resolve("socrates.fol").toString()).out())
        .doesNotContain("SZS");
  }

  @Test
  void solve_reportsOnAResultFile_andWritesALineForEachProblem() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Run run = run("solve", EXAMPLES.resolve("results.json").toString(), "--out", out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("| results.json |").contains("right/trusted");
    List<JsonNode> lines = lines(out);
    assertThat(lines).hasSize(8);
    assertThat(lines.stream().map(l -> l.path("id").asText()))
        .containsExactly(
            "tea", "choir", "guess", "mice", "owl", "race", "race-backwards", "stalls");
    JsonNode tea = lines.getFirst();
    assertThat(tea.path("answer").asText()).isEqualTo("B");
    assertThat(tea.path("trusted").asBoolean()).isTrue();
    assertThat(tea.path("verdict").asText()).isEqualTo("refuted");
    assertThat(tea.path("evidence").path("kind").asText()).isEqualTo("proof");
    assertThat(tea.path("millis").isNumber()).isTrue();
    JsonNode guess = lines.get(2);
    assertThat(guess.path("status").asText()).isEqualTo("unreadable");
    assertThat(guess.path("answer").isNull()).isTrue();
    assertThat(guess.path("diagnostics").get(0).path("line").asInt()).isPositive();
  }

  @Test
  void trust_isWithdrawn_whereTheEnglishDisagrees() throws IOException {
    Path out = folder.resolve("out.jsonl");
    run("solve", EXAMPLES.resolve("results.json").toString(), "--out", out.toString());
    List<JsonNode> lines = lines(out);
    JsonNode owl = lines.get(4);
    assertThat(owl.path("answer").asText()).as("the statement's polarity decides").isEqualTo("B");
    assertThat(owl.path("trusted").asBoolean()).isFalse();
    JsonNode backwards = lines.get(6);
    assertThat(backwards.path("trusted").asBoolean()).isFalse();
    assertThat(backwards.path("doubts").toString()).contains("Ida finished above Jon");
    for (int trusted : new int[] {0, 3, 5, 7}) {
      assertThat(lines.get(trusted).path("doubts")).as("problem %d", trusted).isEmpty();
    }
  }

  @Test
  void explain_showsOneProblemWhole() {
    Run run = run("solve", EXAMPLES.resolve("results.json").toString(), "--explain", "tea");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Sencha is a tea on the list.")
        .contains("refuted: its denial follows from premise 1, premise 2, premise 3")
        .contains("Answer: B (refuted), trusted.")
        .doesNotContain("choir");
    assertThat(run("solve", EXAMPLES.resolve("results.json").toString(), "-e", "nobody").exitCode())
        .isEqualTo(1);
  }

  @Test
  void solve_givesTheSameLinesWithAnyNumberOfJobs() throws IOException {
    List<String> one = withoutTimes(folder.resolve("1.jsonl"), "1");
    assertThat(withoutTimes(folder.resolve("4.jsonl"), "4")).isEqualTo(one);
  }

  @Test
  void solve_goesOnBehindABrokenRecord() throws IOException {
    Path file = folder.resolve("mixed.jsonl");
    Files.writeString(
        file,
        """
        {"id": "good", "raw_logic_programs": ["Premises:\\nP(a)\\nConclusion:\\nP(a)"]}
        {"id": "bad
        {"id": "good too", "raw_logic_programs": ["Premises:\\nP(a)\\nConclusion:\\n¬P(a)"]}
        """);
    Run run = run("solve", file.toString(), "--out", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out()).contains("\"id\":\"#2\"", "malformed", "good too");
  }

  @Test
  void exitCodes_tellWhatWentWrong() throws IOException {
    assertThat(run("solve", "no/such/file.fol").exitCode()).isEqualTo(3);
    assertThat(run("solve", "no/such/file.fol").err()).contains("no such file");
    assertThat(run("solve").exitCode()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run("solve", "x.fol", "--budget", "soon").err()).contains("500ms, 1s or 2m");
    Path guess = folder.resolve("guess.fol");
    Files.writeString(guess, "Premises:\nDog(rex)\nConclusion:\nUncertain\n");
    Run run = run("solve", guess.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("guess.fol:4:1: error:").contains("^^^^^^^^^");
  }

  @Test
  void help_namesTheCommandsAndExitCodes() {
    assertThat(run("--help").out()).contains("solve").contains("Exit codes:");
    assertThat(run("solve", "--help").out()).contains("--budget", "--explain", "--out", "--jobs");
    assertThat(run("--version").out()).startsWith("ponens ");
  }

  private List<String> withoutTimes(Path out, String jobs) throws IOException {
    run("solve", EXAMPLES.resolve("results.json").toString(), "-j", jobs, "-o", out.toString());
    return Files.readAllLines(out).stream()
        .map(line -> line.replaceAll("\"millis\":[0-9.E-]+", ""))
        .toList();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(json.readTree(line));
    }
    return nodes;
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Ponens.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
