package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;

/** How much of what people and models have written can be read. */
class FolDataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wild-FOLIO.txt",
        "wild-LINC-gpt-3.5-turbo-16k-0613.txt",
        "wild-LogicLM-text-davinci-003.txt"
      })
  void parseFormula_readsFormulasInTheWild(String file) throws IOException {
    List<String> formulas =
        Files.readAllLines(SharedData.path("fol/" + file)).stream()
            .filter(l -> !l.isBlank())
            .toList();
    List<String> failures = new ArrayList<>();
    for (String formula : formulas) {
      Parsed<Formula> parsed = Fol.parseFormula(formula);
      if (parsed.value().isEmpty() || parsed.hasErrors()) {
        failures.add(formula + "\n" + errors(parsed));
      }
    }
    report(file, formulas.size(), failures);
    assertThat(failures).hasSizeLessThanOrEqualTo(formulas.size() * 3 / 100);
  }

  @Test
  void parse_readsFolioStories() throws IOException {
    List<SharedData.Story> stories = SharedData.folioStories();
    List<String> failures = new ArrayList<>();
    int clean = 0;
    for (SharedData.Story story : stories) {
      Parsed<FolProblem> parsed = Fol.parse(story.program());
      if (parsed.value().isEmpty() || parsed.hasErrors()) {
        failures.add(errors(parsed));
      }
      clean += parsed.isClean() ? 1 : 0;
    }
    report("FOLIO stories, " + clean + " clean", stories.size(), failures);
    assertThat(stories.size() - failures.size()).isGreaterThanOrEqualTo(203);
  }

  @Test
  void parse_readsLogicLmPrograms() throws IOException {
    List<String> programs = SharedData.logicLmPrograms("FOLIO_dev_text-davinci-003.json");
    List<String> failures = new ArrayList<>();
    int clean = 0;
    for (String program : programs) {
      Parsed<FolProblem> parsed = Fol.parse(program);
      if (parsed.value().isEmpty() || parsed.hasErrors()) {
        failures.add(errors(parsed));
      }
      clean += parsed.isClean() ? 1 : 0;
    }
    report("Logic-LM programs, " + clean + " clean", programs.size(), failures);
    assertThat(programs.size() - failures.size()).isGreaterThanOrEqualTo(188);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fol/pelletier", "fol/iltp"})
  void parse_readsTptpProblems(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SharedData.path(folder))) {
      files = all.filter(f -> f.toString().endsWith(".p")).sorted().toList();
    }
    List<String> failures = new ArrayList<>();
    for (Path file : files) {
      Parsed<FolProblem> parsed =
          Tptp.parse(
              Source.of(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
      if (parsed.value().isEmpty() || !parsed.isClean()) {
        failures.add(errors(parsed));
      }
    }
    report(folder, files.size(), failures);
    assertThat(failures).isEmpty();
  }

  private static String errors(Parsed<?> parsed) {
    return DiagnosticPrinter.terminal(
        parsed.source(),
        parsed.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList(),
        false);
  }

  private static void report(String what, int of, List<String> failures) {
    System.out.printf("%s: %d of %d read%n", what, of - failures.size(), of);
    if (Boolean.getBoolean("ponens.verbose")) {
      failures.forEach(System.out::println);
    }
  }
}
