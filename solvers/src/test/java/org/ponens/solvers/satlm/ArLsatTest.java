package org.ponens.solvers.satlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.satlm.Satlm;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.OptionReport;

/** Programs that text-davinci-003 wrote for AR-LSAT, where they are at hand. */
class ArLsatTest {

  private record Item(String program, String answer) {}

  private static List<Item> items() throws IOException {
    Path file =
        Path.of(System.getProperty("ponens.shared", "absent"))
            .resolve("data/logiclm/AR-LSAT_dev_text-davinci-003.json");
    assumeTrue(Files.exists(file), "no file " + file);
    List<Item> items = new ArrayList<>();
    String program = "";
    String answer = "";
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("answer")) {
          answer = json.nextTextValue();
        } else if (token == JsonToken.FIELD_NAME
            && json.currentName().equals("raw_logic_programs")) {
          json.nextToken();
          program = json.nextTextValue();
        } else if (token == JsonToken.END_OBJECT) {
          items.add(new Item(program, answer));
        }
      }
    }
    return items;
  }

  @Test
  void trustedAnswersAreMostlyRight() throws IOException {
    int readable = 0;
    int trusted = 0;
    int right = 0;
    for (Item item : items()) {
      Parsed<SatlmProgram> parsed = Satlm.parse(item.program());
      readable += parsed.value().isPresent() && !parsed.hasErrors() ? 1 : 0;
      if (parsed.value().isEmpty()) {
        continue;
      }
      SatlmProgram program = parsed.value().get();
      assertThat(Satlm.parse(program.print()).value()).contains(program);
      SatlmResult result = SatlmSolver.solve(program, Budget.of(Duration.ofSeconds(20)));
      assertThat(result).isInstanceOf(SatlmResult.Decided.class);
      if (result instanceof SatlmResult.Decided(var report, var remarks)
          && parsed.isClean()
          && remarks.isEmpty()
          && report.selected().size() == 1) {
        List<OptionReport.Option> selected = report.selected();
        trusted++;
        right += selected.get(0).label().equals(item.answer()) ? 1 : 0;
      }
    }
    assertThat(readable).isGreaterThanOrEqualTo(90);
    assertThat(trusted).isGreaterThanOrEqualTo(10);
    assertThat(right * 4).isGreaterThanOrEqualTo(trusted * 3);
  }
}
