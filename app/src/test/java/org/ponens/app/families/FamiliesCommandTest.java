package org.ponens.app.families;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.ponens.app.Ponens;
import org.ponens.app.generate.Sums;
import org.ponens.generators.Families;
import org.ponens.generators.task.TaskJson;

class FamiliesCommandTest {

  private record Run(int exitCode, String out, String err) {}

  @Test
  void families_areListed() {
    Run run = run("families");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("sums (version 1)", "Two numbers to add or to multiply.");
  }

  @Test
  void aFamily_isShownWithItsKnobsAndLevels() {
    Run run = run("families", "sums");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("--set problem=add\n    What to do\n    add, multiply\n")
        .contains("--set size=100\n    The largest number\n    1..1000000000\n")
        .contains("| problem  | level 1 | level 2 | level 3 | level 4 |\n")
        .contains("| multiply |       0 |      10 |     100 |    1000 |\n");
  }

  @Test
  void json_isForPrograms() throws IOException {
    JsonNode families = new ObjectMapper().readTree(run("families", "--json").out());
    assertThat(families).hasSize(1);
    JsonNode sums = families.get(0);
    assertThat(sums.path("name").asText()).isEqualTo("sums");
    assertThat(sums.path("knobs").get(0).path("values")).hasSize(2);
    assertThat(sums.path("knobs").get(1).path("most").asInt()).isEqualTo(1_000_000_000);
    JsonNode levels = sums.path("levels").path("multiply");
    assertThat(levels).hasSize(4);
    assertThat(levels.get(1).path("to").asDouble()).isEqualTo(100);
  }

  @Test
  void schema_isThatOfATask() {
    assertThat(run("families", "--schema").out()).isEqualTo(TaskJson.schema());
  }

  @Test
  void anUnknownFamily_isAWrongArgument() {
    Run run = run("families", "summs");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip()).isEqualTo("ponens: unknown family 'summs'; did you mean 'sums'?");
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Ponens.commandLine(Families.of(new Sums()))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
  }
}
